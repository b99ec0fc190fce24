using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Web.Tests.Chats;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>Jobs that have no feature of their own to be tested with.</summary>
public sealed class SmallJobsTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    [Fact]
    public async Task A_price_is_closed_when_its_successor_begins_and_not_before()
    {
        var now = app.Clock.UtcNow();
        await app.AskAsync(db =>
        {
            var card = new Dictionary<RateTier, RateCard> { [RateTier.Standard] = new(new Dictionary<UsageKind, long> { [UsageKind.Input] = 1_000_000, [UsageKind.Output] = 2_000_000 }) };
            db.AddRange(ModelPrice.Of(ModelCatalogue.DemoKey, new PriceOffer(now.AddDays(1), null, card)), ModelPrice.Of(ModelCatalogue.DemoKey, new PriceOffer(now.AddDays(9), null, card)));
            return db.SaveChangesAsync();
        });

        await RunAsync<ActivatePricesJob>();
        Assert.Equal(3, await OpenAsync());
        app.Clock.Turn(TimeSpan.FromDays(2));
        await RunAsync<ActivatePricesJob>(times: 2);

        Assert.Equal(2, await OpenAsync());
        Assert.Equal(1, await app.AskAsync(db => db.ModelPrices.CountAsync(p => p.ModelKey == ModelCatalogue.DemoKey && p.Until == now.AddDays(1))));

        Task<int> OpenAsync() => app.AskAsync(db => db.ModelPrices.CountAsync(p => p.ModelKey == ModelCatalogue.DemoKey && p.Until == null));
    }

    [Fact]
    public async Task Refills_are_told_of_once_a_day_by_notice_and_letter_whoever_posted_them()
    {
        var user = await app.AddUserAsync("sara-refilled@example.com");
        var account = await app.AccountOfAsync(user);
        await app.InScopeAsync(s => s.GetRequiredService<Refills>().SetAsync(RefillOwner.Person(user, account), 1_500, new Interval(1, IntervalUnit.Hour), AuditActor.Operator, default));

        app.Clock.Turn(TimeSpan.FromDays(1));
        await app.PostDueAsync(account);
        await RunAsync<RefillCreditsJob>(times: 3);

        var notice = await app.AskAsync(db => db.Notices.SingleAsync(n => n.UserId == user));
        Assert.Equal((NoticeKind.Refilled, 1_500), (notice.Kind, notice.Amount));
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == "sara-refilled@example.com" && m.Kind == MailKind.Refilled)));
        app.Clock.Turn(TimeSpan.FromDays(1));
        await RunAsync<RefillCreditsJob>(times: 2);
        Assert.Equal(2, await app.AskAsync(db => db.Notices.CountAsync(n => n.UserId == user)));
    }

    [Fact]
    public async Task What_was_written_of_somebody_while_they_left_goes_too()
    {
        var omar = await app.AddUserAsync("omar-leaving@example.com");
        await app.InScopeAsync(s => s.GetRequiredService<AccountDeletion>().DeleteAsync(omar, default));
        var left = await app.AskAsync(db => db.Users.Where(u => u.Id == omar).Select(u => u.DeletedAt).SingleAsync());
        await app.AskAsync(db =>
        {
            db.Notices.Add(Notice.Of(omar, NoticeKind.Bought, "late", "", 1, DateTime.UtcNow));
            return db.SaveChangesAsync();
        });

        await RunAsync<FinishErasuresJob>(times: 2);

        Assert.False(await app.AskAsync(db => db.Notices.AnyAsync(n => n.UserId == omar)));
        Assert.Equal(left, await app.AskAsync(db => db.Users.Where(u => u.Id == omar).Select(u => u.DeletedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_provider_that_does_badly_is_known_before_anybody_asks_it_and_so_is_its_recovery()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Hello"));
        await using var site = new ModelApp(server);

        server.Wellbeing = 503;
        await RunAsync<ProbeProvidersJob>(site, times: 2);
        var bad = await HealthAsync();
        server.Wellbeing = 404;
        await RunAsync<ProbeProvidersJob>(site);

        Assert.Equal(ProviderFault.Down, bad.Fault);
        Assert.NotNull(bad.BadSince);
        Assert.Equal((null, null), ((await HealthAsync()).Fault, (await HealthAsync()).BadSince));
        var layla = site.Visit();
        await layla.SignInAsAdminAsync();
        Assert.Contains("OpenAI", (await layla.OpenAsync("/admin/health")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Task<ProviderHealth> HealthAsync() => site.AskAsync(db => db.ProviderHealth.AsNoTracking().SingleAsync(h => h.Provider == "OpenAI"));
    }

    [Theory]
    [InlineData("en", "Your SaaSChat account was suspended")]
    [InlineData("ar", "عُلِّق حسابك في")]
    public async Task Whoever_is_suspended_is_told_by_letter_in_their_language_without_the_reason(string language, string subject)
    {
        var address = $"sara-suspended-{language}@example.com";
        var user = await app.AddUserAsync(address);
        await app.AskAsync(db => db.Users.Where(u => u.Id == user).ExecuteUpdateAsync(u => u.SetProperty(x => x.Language, language)));

        for (var i = 0; i < 2; i++)
            Assert.True(await app.InScopeAsync(s => s.GetRequiredService<Suspension>().SetAsync(user, suspended: true, "spam, says layla", AuditActor.Operator, default)));

        var letter = await new Mail.Mailbox(app, address).NextAsync();
        Assert.StartsWith(subject, letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("spam", letter.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == address)));
    }

    private Task RunAsync<TJob>(int times = 1) where TJob : class, IJob<RecurringRun> => RunAsync<TJob>(app, times);

    private static async Task RunAsync<TJob>(TestApp app, int times = 1) where TJob : class, IJob<RecurringRun>
    {
        for (var i = 0; i < times; i++)
        {
            await app.InScopeAsync(async services =>
            {
                await ActivatorUtilities.CreateInstance<TJob>(services).RunAsync(default, default);
                return true;
            });
        }
    }
}
