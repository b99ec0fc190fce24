using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Mail;

public static class LettersSetup
{
    private const string NoAddress =
        "Site:BaseUrl is not set, so letters could not link to this site; set it to its public address, such as https://chat.example.com, or set Mail:Enabled to false.";

    public static void AddLetters(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SiteOptions>().Validate<IOptions<MailOptions>, IHostEnvironment>(
            (site, mail, environment) => environment.IsDevelopment() || !mail.Value.Enabled || !string.IsNullOrEmpty(site.BaseUrl), NoAddress);
        builder.Services.AddScoped<Letters>();
        builder.Services.AddSingleton<HtmlLetter>();
        builder.Services.AddSingleton<Unsubscriptions>();
        builder.Services.AddScoped<WordLetter>(provider => provider.GetRequiredService<Letters>().Word);
    }
}
