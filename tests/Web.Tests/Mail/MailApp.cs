using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>The program with a mail server of its own, whose outbox is swept only when a test says so.</summary>
public sealed class MailApp : TestApp
{
    public const string Sara = "sara@example.com";
    public const string Link = "/account/reset?token=7Hq-secret_token";

    internal SmtpServer MailServer { get; } = new();
    internal LogLines Log { get; } = new();

    /// <summary>Writes a letter as a page would: beside its cause, in one SaveChanges.</summary>
    internal Task<Guid> WriteAsync(MailKind kind = MailKind.ResetPassword, string language = "en", string to = Sara, string? name = "Sara", TimeSpan? expiresIn = null, Guid? user = null) =>
        this.InScopeAsync(async services =>
        {
            var expiresAt = services.GetRequiredService<TimeProvider>().UtcNow() + (expiresIn ?? TimeSpan.FromMinutes(30));
            var id = services.GetRequiredService<Outbox>().Write(kind, to, language, new MailArguments { Name = name, Path = Link, ExpiresAt = expiresAt, UserId = user, Label = "80%" });
            await services.GetRequiredService<Infrastructure.Data.AppDbContext>().SaveChangesAsync();
            return id;
        });

    internal Task<DeliveryOutcome?> SendAsync(Guid id) => SendAsync(id, this);

    internal static Task<DeliveryOutcome?> SendAsync(Guid id, WebApplicationFactory<Program> node) =>
        node.InScopeAsync(services => services.GetRequiredService<OutgoingMail>().SendAsync(id, CancellationToken.None));

    internal Task<OutboxMail> RowAsync(Guid id) => this.AskAsync(db => db.OutboxMails.SingleAsync(m => m.Id == id));

    /// <summary>As if the wait, or the lease, were over.</summary>
    internal Task<int> ComesDueAsync(Guid id) => this.AskAsync(db => db.OutboxMails.Where(m => m.Id == id && m.NextAttemptAt != null)
        .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, DateTime.UnixEpoch)));

    internal async Task SweepAsync()
    {
        var before = Log.Count(LogLevel.Information, "SweepOutboxJob done");
        await (await SchedulerAsync(Services)).TriggerJob(new JobKey("mail-outbox"));
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Log.Count(LogLevel.Information, "SweepOutboxJob done") == before) await Task.Delay(10, tooLate.Token);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Smtp:Host", "localhost");
        builder.UseSetting("Smtp:Port", $"{MailServer.Port}");
        builder.UseSetting("Smtp:User", SmtpServer.User);
        builder.UseSetting("Smtp:Password", SmtpServer.Password);
        builder.UseSetting("Smtp:From", "SaaSChat <no-reply@saaschat.example>");
        builder.UseSetting("Site:BaseUrl", "https://chat.example");
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        Task.Run(async () => await (await SchedulerAsync(host.Services)).PauseTrigger(new TriggerKey("mail-outbox"))).Wait();
        return host;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) MailServer.Dispose();
    }

    private static Task<IScheduler> SchedulerAsync(IServiceProvider services) => services.GetRequiredService<ISchedulerFactory>().GetScheduler().AsTask();
}
