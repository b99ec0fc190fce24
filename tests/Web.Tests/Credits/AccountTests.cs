using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Credits;

public sealed class AccountTests
{
    private const string Insert = """
        INSERT INTO "Users" ("Id", "Name", "CreatedAt", "UserName", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
        VALUES ({0}, 'Sara', {1}, 'sara@example.com', 1, 0, 0, 1, 0)
        """;

    [Fact]
    public async Task Whoever_was_there_before_accounts_has_one_after_the_migration()
    {
        using var database = new TestDatabase(migrated: false);
        await using var db = LedgerAt.Open(database.ConnectionString);
        await db.GetService<IMigrator>().MigrateAsync("Mail");
        var sara = Guid.NewGuid();
        await db.Database.ExecuteSqlRawAsync(Insert, sara, DateTime.UtcNow);

        await db.Database.MigrateAsync();

        var account = await db.Accounts.OfPerson(sara).SingleAsync();
        var first = new GrantOrder(GrantSource.Admin, "first", 5);
        await LedgerAt.Over(db, TimeProvider.System).ChangeAsync(account.Id, credits => credits.GrantAsync(first, default), default);
        Assert.Equal(new CreditBalance(5, 0, 0), await db.CreditAccounts.BalanceAsync(account.Id, DateTime.UtcNow, default));
    }

    [Fact]
    public async Task The_development_admin_has_ample_credits_given_once()
    {
        await using var app = new TestApp();
        _ = app.Services;
        _ = app.Node().Services;

        var admin = await app.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync());

        Assert.Equal(1_000_000_000, await app.SpendableAsync(await app.AccountOfAsync(admin)));
    }

    [Fact]
    public async Task What_an_admin_gives_twice_under_one_key_is_given_and_logged_once()
    {
        await using var app = new TestApp();
        var sara = await app.AddUserAsync("sara@example.com");
        Task<GrantOutcome> GiveAsync(long credits) => app.InScopeAsync(
            s => s.GetRequiredService<AdminGrant>().GiveAsync(sara, credits, "one decision", "sorry", AuditActor.Operator, default));

        Assert.Equal([GrantOutcome.Granted, GrantOutcome.AlreadyGranted, GrantOutcome.KeyConflict], [await GiveAsync(5), await GiveAsync(5), await GiveAsync(6)]);

        Assert.Equal(5, await app.SpendableAsync(await app.AccountOfAsync(sara)));
        Assert.Equal(1, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.CreditsGranted)));
    }
}
