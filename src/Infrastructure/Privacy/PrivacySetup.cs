using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Privacy;

public static class PrivacySetup
{
    public static void AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<PersonalExport>();
        builder.Services.AddScoped<Erasure>();
        builder.Services.AddScoped<AccountDeletion>();
    }
}
