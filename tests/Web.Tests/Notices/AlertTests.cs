using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Notices;

public sealed class AlertTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    [Theory]
    [InlineData("en", "You have used 80% of your daily limit of tokens.")]
    [InlineData("ar", "استخدمت 80% من حدك اليومي للرموز.")]
    public async Task Whoever_passes_a_threshold_is_told_once_by_letter_banner_and_notice(string language, string said)
    {
        var name = $"nadia-told-{language}";
        var nadia = await app.AddGuestOfTheHouseAsync(name, 1_000_000);
        await UseAsync(nadia, 8_500);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellAsync()));
        await TellAsync();

        Assert.Equal([(NoticeKind.LimitPassed, "DayTokens", 80L)], (await NoticesAsync(nadia)).Select(n => (n.Kind, n.Subject, n.Amount)));
        Assert.Equal(1, await LettersAsync($"{name}@example.com", MailKind.DayTokensPassed));
        var visitor = await app.SignInAgainAsync(name, language);
        var page = await visitor.OpenAsync("/notifications");
        Assert.Equal(said, Plain(page.QuerySelector("main .log a")!.TextContent));
        Assert.Equal(said, Plain(page.QuerySelector("#urgent a")!.TextContent));
        Assert.Equal("1", page.QuerySelector(".side a[href='/notifications'] .badge")!.TextContent);
    }

    [Fact]
    public async Task What_was_read_is_said_no_more()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-reads-it", 1_000_000);
        await UseAsync(nadia, 8_500);
        await TellAsync();
        var visitor = await app.SignInAgainAsync("nadia-reads-it");

        using var read = await visitor.SubmitAsync("/notifications", "/notifications");

        var page = await visitor.OpenAsync("/dashboard");
        Assert.Null(page.QuerySelector("#urgent"));
        Assert.Null(page.QuerySelector(".side a[href='/notifications'] .badge"));
        Assert.Single((await visitor.OpenAsync("/notifications")).QuerySelectorAll("main .log li"));
    }

    [Fact]
    public async Task The_next_day_tells_again_and_yesterday_s_banner_is_gone()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-daily", 1_000_000);
        await UseAsync(nadia, 8_500);
        await TellAsync();
        app.Clock.Turn(TimeSpan.FromDays(1));
        Assert.Null((await (await app.SignInAgainAsync("nadia-daily")).OpenAsync("/dashboard")).QuerySelector("#urgent"));
        await UseAsync(nadia, 8_500);

        await TellAsync();

        Assert.Equal(2, (await NoticesAsync(nadia)).Count);
        Assert.Equal(2, await LettersAsync("nadia-daily@example.com", MailKind.DayTokensPassed));
    }

    [Fact]
    public async Task Whoever_wants_no_such_letters_gets_the_notice_alone()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-quiet", 1_000_000);
        var visitor = await app.SignInAgainAsync("nadia-quiet");
        using var saved = await visitor.SubmitAsync("/account/notifications", "/account/notifications", ("Input.Letters", "LowBalance"));
        await UseAsync(nadia, 8_500);

        await TellAsync();

        Assert.Single(await NoticesAsync(nadia));
        Assert.Equal(0, await LettersAsync("nadia-quiet@example.com", MailKind.DayTokensPassed));
    }

    [Fact]
    public async Task A_low_balance_is_told_once_and_again_after_there_was_enough()
    {
        var sara = await app.AddBuyerAsync("sara-low", 10_000);
        var visitor = await app.SignInAgainAsync("sara-low");
        using var saved = await visitor.SubmitAsync("/account/notifications", "/account/notifications", ("Input.Letters", "LowBalance"), ("Input.LowAt", "٥٬٠٠٠"));
        await UseAsync(sara, 5_000);
        for (var i = 0; i < 3; i++) await TellAsync();
        Assert.Equal([5_000L], (await NoticesAsync(sara)).Select(n => n.Amount));

        await app.GiveAsync(sara.AccountId, 5_000);
        await TellAsync();
        await UseAsync(sara, 5_000);
        await TellAsync();

        Assert.Equal(2, (await NoticesAsync(sara)).Count);
        Assert.Equal(2, await LettersAsync("sara-low@example.com", MailKind.LowBalance));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    public async Task A_threshold_that_is_no_number_is_refused(string typed)
    {
        var (omar, person) = await app.SignInBuyerAsync($"omar-{Guid.NewGuid():N}");

        using var refused = await omar.SubmitAsync("/account/notifications", "/account/notifications", ("Input.LowAt", typed));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("main [role=alert]"));
        Assert.False(await app.AskAsync(db => db.AlertWishes.AnyAsync(w => w.UserId == person.UserId)));
    }

    private async Task UseAsync(Person who, long tokens) =>
        await app.EndAsync((await app.OpenAsync(who, prompt: new(1, 1), wanted: 1)).Call!, Calls.Reported(tokens, 0));

    private Task<bool> TellAsync() => app.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<TellAlertsJob>(services).RunAsync(default, default);
        await ActivatorUtilities.CreateInstance<TellLowBalancesJob>(services).RunAsync(default, default);
        return true;
    });

    private Task<List<Notice>> NoticesAsync(Person who) => app.AskAsync(db => db.Notices.AsNoTracking().Where(n => n.UserId == who.UserId).ToListAsync());

    private Task<int> LettersAsync(string address, MailKind kind) => app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == address && m.Kind == kind));

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Trim();
}
