using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Usage;

public static class UsageSetup
{
    public static void AddUsage(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<AnswerOptions>("Answers");
        builder.Services.AddScoped<CallOpening>();
        builder.Services.AddScoped<MeteredCalls>();
        builder.Services.AddScoped<OwnLimits>();
    }
}
