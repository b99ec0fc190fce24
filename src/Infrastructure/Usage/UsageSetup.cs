using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Demo;

namespace SaaSChat.Infrastructure.Usage;

public static class UsageSetup
{
    public static void AddUsage(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<AnswerOptions>("Answers");
        builder.Services.AddScoped<CallOpening>();
        builder.Services.AddScoped<MeteredCalls>();
        builder.Services.AddScoped<OwnLimits>();
        builder.Services.AddScoped<PriceReplays>();
        builder.Services.AddScoped<DayFolding>();
        builder.Services.AddScoped<ModelAdvice>();
        builder.Services.AddScoped<AdminLimits>();
        builder.Services.AddScoped<UsageExports>();
        builder.Services.AddScoped<DemoPeople>();
    }
}
