using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

namespace SaaSChat.Web.Localization;

public static class LocalizationSetup
{
    public static void AddTwoLanguages(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddScoped<Preferences>();
        services.AddScoped<Fmt>();
        services.AddScoped<TimeZones>();

        // Without this, Arabic leaves the server as &#x...; and three times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures.English);
            options.SupportedCultures = options.SupportedUICultures = [.. Cultures.All];
            options.RequestCultureProviders =
                [new PathCultureProvider(), new ChosenCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }
}
