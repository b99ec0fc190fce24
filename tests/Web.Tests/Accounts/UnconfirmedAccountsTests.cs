using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Jobs;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class UnconfirmedAccountsTests : IDisposable
{
    private readonly JobsApp _app = new();

    [Fact]
    public async Task Accounts_that_nobody_confirmed_go_after_a_week_with_everything_of_theirs_and_the_others_stay()
    {
        await _app.WaitingAsync("forgotten@example.com");
        await _app.WaitingAsync("new@example.com");
        await _app.AddUserAsync("old@example.com");
        await AgeAsync("forgotten@example.com", days: 7.1);
        await AgeAsync("new@example.com", days: 6.9);
        await AgeAsync("old@example.com", days: 400);
        Assert.Equal((3, 3, 3), await CountAsync());

        await _app.TriggerAsync("retention");
        await _app.Log.WaitForAsync(LogLevel.Information, "RetentionJob done");

        Assert.Equal(["new@example.com", "old@example.com"], await EmailsAsync());
        Assert.Equal((2, 2, 2), await CountAsync());
        Assert.False(await _app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.To == "forgotten@example.com")));
    }

    [Fact]
    public async Task Of_who_was_given_credits_only_a_tombstone_stays()
    {
        await _app.WaitingAsync("given@example.com");
        var id = await _app.AskAsync(db => db.Users.Where(u => u.Email == "given@example.com").Select(u => u.Id).SingleAsync());
        await _app.GiveAsync(await _app.AccountOfAsync(id), 100);
        await AgeAsync("given@example.com", days: 7.1);

        await _app.TriggerAsync("retention");
        await _app.Log.WaitForAsync(LogLevel.Information, "RetentionJob done");

        Assert.Empty(await EmailsAsync());
        Assert.True(await _app.AskAsync(db => db.Users.AnyAsync(u => u.Id == id && u.DeletedAt != null)));
    }

    [Fact]
    public async Task Links_go_once_they_are_over()
    {
        var (_, link) = await _app.WaitingAsync("link@example.com");
        await _app.WaitingAsync("living@example.com");
        var hash = Domain.Accounts.OneTimeLink.HashOf(link.Split('/')[^1]);
        await _app.AskAsync(db => db.OneTimeLinks.Where(l => l.Hash == hash).ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, DateTime.UtcNow.AddMinutes(-1))));

        await _app.TriggerAsync("retention");
        await _app.Log.WaitForAsync(LogLevel.Information, "RetentionJob done");

        var left = await _app.AskAsync(db => db.OneTimeLinks.Select(l => l.Hash).ToListAsync());
        Assert.True(left is [var living] && living != hash);
    }

    public void Dispose() => _app.Dispose();

    private Task<int> AgeAsync(string email, double days) => _app.AskAsync(db =>
    {
        var made = DateTime.UtcNow.AddDays(-days);
        return db.Users.Where(u => u.Email == email).ExecuteUpdateAsync(u => u.SetProperty(x => x.CreatedAt, made));
    });

    private Task<List<string?>> EmailsAsync() => _app.AskAsync(db => db.Users.Where(u => u.Email!.EndsWith("example.com")).Select(u => u.Email).OrderBy(e => e).ToListAsync());

    // Without the development admin's.
    private Task<(int Acceptances, int Accounts, int CreditAccounts)> CountAsync() => _app.AskAsync(async db =>
        (await db.TermsAcceptances.CountAsync() - 1, await db.Accounts.CountAsync() - 1, await db.CreditAccounts.CountAsync() - 1));
}
