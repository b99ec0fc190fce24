using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Mail;

public static class MailSetup
{
    private const string NoServer =
        "Smtp:Host is not set, so no mail can leave; set it to your mail server, or set Mail:Enabled to false for a site that sends none.";

    public static void AddMail(this IHostApplicationBuilder builder)
    {
        var smtp = builder.AddChecked<SmtpOptions>("Smtp");
        var mail = builder.AddChecked<MailOptions>("Mail");
        var services = builder.Services;

        // Asked at the start of the site only: operator's commands send nothing.
        services.AddOptions<MailOptions>()
            .Validate<IHostEnvironment>((now, environment) => !now.Enabled || smtp.IsSet || environment.IsDevelopment(), NoServer)
            .ValidateOnStart();
        services.AddScoped<Outbox>();
        services.AddScoped<OutgoingMail>();
        services.AddScoped<MailWishes>();
        if (builder.Environment.IsDevelopment()) AddDevelopmentOutbox(builder);

        if (!mail.Enabled) services.AddSingleton<IMailTransport, SwitchedOffMail>();
        else if (smtp.IsSet) services.AddSingleton<IMailTransport, SmtpTransport>();
        else AddSimulation(services);
    }

    private static void AddDevelopmentOutbox(IHostApplicationBuilder builder)
    {
        var folder = Path.Combine(DataFolder.For(builder), "outbox");
        builder.Services.AddSingleton(provider => new DevelopmentOutbox(folder, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddSimulation(IServiceCollection services)
    {
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<DevelopmentOutbox>());
        services.AddSingleton(new SimulatedPart("mail", "letters are kept at /dev/mail; set Smtp:Host to send them"));
    }
}
