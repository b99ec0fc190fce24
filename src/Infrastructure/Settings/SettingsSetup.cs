using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

public static class SettingsSetup
{
    public static void AddSettings(this IHostApplicationBuilder builder)
    {
        var overrides = new SettingOverrides();
        ((IConfigurationBuilder)builder.Configuration).Add(overrides);

        var services = builder.Services;
        services.AddSingleton(overrides);
        services.AddSingleton(provider => new SettingPreview(
            (IConfigurationRoot)builder.Configuration, overrides, provider.GetServices<SettingCheck>()));
        services.AddSingleton<StoredSettings>();
        services.AddScoped<SettingChange>();
        services.AddScoped<SettingValues>();
        builder.AddChecked<FeatureOptions>("Features");
        services.AddSingleton<FeatureSwitches>();
        AddChangeNotices(services);
    }

    private static void AddChangeNotices(IServiceCollection services)
    {
        services.AddOptions<ChangeNoticesOptions>().BindConfiguration("ChangeNotices")
            .Validate(o => o.PollEvery >= TimeSpan.FromMilliseconds(20) && o.PollEvery <= TimeSpan.FromSeconds(2),
                "ChangeNotices:PollEvery must lie between 00:00:00.020 and 00:00:02, so that nodes hear of changes within three seconds.")
            .ValidateOnStart();
        services.AddSingleton<ChangeNotices>();
        services.AddSingleton<LocalChanges>();
        services.AddHostedService<ChangeWatcher>();
        services.ConfigureDbContext<AppDbContext>(TellLocalChanges);
        services.ConfigureDbContext<SqliteAppDbContext>(TellLocalChanges);
    }

    private static void TellLocalChanges(IServiceProvider provider, DbContextOptionsBuilder options) =>
        options.AddInterceptors(provider.GetRequiredService<LocalChanges>());
}
