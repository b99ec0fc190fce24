using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class RecoveryTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private const string Recovery = "/account/recovery";
    private const string Codes = "/account/security/recovery-codes";

    [Fact]
    public async Task A_recovery_code_opens_the_account_once_however_it_is_typed()
    {
        var (_, _, codes) = await app.WithFactorAsync("sara");
        var (first, second) = (await app.HalfWayAsync("sara"), await app.HalfWayAsync("sara"));

        Assert.True(await first.GiveCodeAsync(codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), Recovery));
        Assert.True(await first.IsInsideAsync());
        Assert.False(await second.GiveCodeAsync(codes[3], Recovery));
        Assert.Contains("9 codes", (await first.OpenAsync("/account/security")).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.To == "sara@example.com" && m.Kind == MailKind.RecoveryCodeUsed)));
    }

    [Fact]
    public async Task Wrong_recovery_codes_count_as_failed_and_the_right_one_starts_anew()
    {
        var (_, _, codes) = await app.WithFactorAsync("omar-mistypes");
        var omar = await app.HalfWayAsync("omar-mistypes");

        for (var i = 0; i < 3; i++) Assert.False(await omar.GiveCodeAsync("ABCD-EFGH-JKMN-PQRS", Recovery));
        Assert.Equal(3, await FailuresAsync("omar-mistypes"));
        Assert.True(await omar.GiveCodeAsync(codes[0], Recovery));

        Assert.Equal(0, await FailuresAsync("omar-mistypes"));
    }

    [Fact]
    public async Task Of_many_who_send_one_recovery_code_at_once_one_comes_in()
    {
        var (_, _, codes) = await app.WithFactorAsync("sara-raced");
        var visitors = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.HalfWayAsync("sara-raced")));

        var came = await Task.WhenAll(visitors.Select(visitor => visitor.GiveCodeAsync(codes[0], Recovery)));

        Assert.Single(came, true);
    }

    [Fact]
    public async Task Of_many_wrong_codes_at_once_each_counts()
    {
        await app.WithFactorAsync("omar-guesses");
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.HalfWayAsync("omar-guesses")));

        await Task.WhenAll(visitors.Select(visitor => visitor.GiveCodeAsync("ABCD-EFGH-JKMN-PQRS", Recovery)));

        Assert.Equal(4, await FailuresAsync("omar-guesses"));
    }

    [Fact]
    public async Task A_new_set_takes_the_place_of_the_old_one()
    {
        var (sara, _, old) = await app.WithFactorAsync("sara-anew");

        using var answer = await sara.SubmitAsync(Codes, Codes);
        var made = await SecondFactors.CodesOnAsync(answer);

        Assert.Equal(10, made.Distinct(StringComparer.Ordinal).Count());
        Assert.Null((await sara.OpenAsync(Codes)).QuerySelector("#codes"));
        var half = await app.HalfWayAsync("sara-anew");
        Assert.False(await half.GiveCodeAsync(old[0], Recovery));
        Assert.True(await half.GiveCodeAsync(made[0], Recovery));
    }

    [Fact]
    public async Task The_codes_can_be_saved_as_a_file_without_scripts()
    {
        var (sara, _, _) = await app.WithFactorAsync("sara-saves");

        using var answer = await sara.SubmitAsync(Codes, Codes);
        var page = await Visitor.PageAsync(answer);

        var file = Uri.UnescapeDataString(page.QuerySelector("a[download]")!.GetAttribute("href")!).Split(',')[1];
        Assert.Equal(page.QuerySelectorAll("#codes code").Select(c => c.TextContent), file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Somebody_elses_recovery_code_opens_nothing()
    {
        var (_, _, hers) = await app.WithFactorAsync("sara-hers");
        await app.WithFactorAsync("omar-his");
        var omar = await app.HalfWayAsync("omar-his");

        Assert.False(await omar.GiveCodeAsync(hers[0], Recovery));
    }

    private Task<int> FailuresAsync(string name) => app.AskAsync(db => db.Users.Where(u => u.Email == $"{name}@example.com").Select(u => u.AccessFailedCount).SingleAsync());
}
