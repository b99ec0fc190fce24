using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits;

public sealed class CreditLedgerTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_signs_up_has_an_account_with_no_credits_yet()
    {
        var user = await app.AddUserAsync("nadia@example.com");

        var account = await app.AskAsync(db => db.Accounts.SingleAsync(a => a.OwnerId == user));

        Assert.Equal(new CreditBalance(0, 0, 0), await app.BalanceAsync(account.Id));
    }

    [Fact]
    public async Task Who_is_refused_leaves_no_account_behind()
    {
        await app.AddUserAsync("twice@example.com");
        var before = await app.AskAsync(db => db.Accounts.CountAsync());

        await app.InScopeAsync(s => s.GetRequiredService<NewUser>().AddAsync("twice@example.com", People.Password, null, AuditActor.Operator, default));

        Assert.Equal(before, await app.AskAsync(db => db.Accounts.CountAsync()));
        Assert.Equal(before, await app.AskAsync(db => db.CreditAccounts.CountAsync()));
    }

    [Fact]
    public async Task What_is_granted_held_and_settled_is_there_with_its_history()
    {
        var sara = await app.AddWalletAsync("sara-settles", 100);

        var hold = (await app.HoldAsync(sara, 70)).Hold!;
        Assert.Equal(new CreditBalance(100, 70, 0), await app.BalanceAsync(sara));
        Assert.Equal(Resolution.Done, await app.SettleAsync(sara, hold.Id, 25));

        Assert.Equal(new CreditBalance(75, 0, 0), await app.BalanceAsync(sara));
        var history = await app.AskAsync(db => db.CreditEntries.NewestBefore(sara, null, 10).Include(e => e.Allocations).ToListAsync());
        Assert.Equal([(2L, -25L, 100L, 75L), (1, 100, 0, 100)], history.Select(e => (e.Seq, e.Amount, e.BalanceBefore, e.BalanceAfter)));
        Assert.Equal([-25L, 100], history.Select(e => e.Allocations.Single().Amount));
    }

    [Fact]
    public async Task Who_has_nothing_holds_nothing()
    {
        var omar = await app.AddWalletAsync("omar-has-none", 0);

        Assert.Equal(HoldOutcome.NotEnough, (await app.HoldAsync(omar, 1)).Outcome);
        Assert.Empty(await app.AskAsync(db => db.CreditHolds.Where(h => h.AccountId == omar).ToListAsync()));
    }

    [Fact]
    public async Task A_key_acts_once_and_what_differs_is_a_conflict()
    {
        var (sara, omar, grant, hold) = (await app.AddWalletAsync("sara-keys", 0), await app.AddWalletAsync("omar-keys", 0), Wallets.NewKey(), Wallets.NewKey());
        var first = await app.GiveAsync(sara, 100, grant);

        Assert.Equal((GrantOutcome.AlreadyGranted, first.Grant!.Id), await AgainAsync(sara, 100, grant));
        Assert.Equal(GrantOutcome.KeyConflict, (await app.GiveAsync(sara, 101, grant)).Outcome);
        Assert.Equal(GrantOutcome.KeyConflict, (await app.GiveAsync(omar, 100, grant)).Outcome);

        var held = await app.HoldAsync(sara, 60, hold);
        var again = await app.HoldAsync(sara, 60, hold);
        Assert.Equal((HoldOutcome.AlreadyHeld, held.Hold!.Id), (again.Outcome, again.Hold!.Id));
        Assert.Equal(HoldOutcome.KeyConflict, (await app.HoldAsync(sara, 61, hold)).Outcome);
        Assert.Equal(HoldOutcome.KeyConflict, (await app.HoldAsync(omar, 60, hold)).Outcome);

        Assert.Equal([Resolution.Done, Resolution.AlreadyDone, Resolution.Conflict],
            [await app.SettleAsync(sara, held.Hold.Id, 5), await app.SettleAsync(sara, held.Hold.Id, 5), await app.SettleAsync(sara, held.Hold.Id, 6)]);
        Assert.Equal(new CreditBalance(95, 0, 0), await app.BalanceAsync(sara));
        Assert.Equal(new CreditBalance(0, 0, 0), await app.BalanceAsync(omar));
    }

    [Fact]
    public async Task A_hold_is_extended_voided_and_renewed_while_it_is_open()
    {
        var sara = await app.AddWalletAsync("sara-extends", 100);
        var hold = (await app.HoldAsync(sara, 40)).Hold!.Id;

        Assert.Equal(ExtendOutcome.Extended, await app.CreditsAsync(sara, c => c.ExtendAsync(hold, 90, default)));
        Assert.Equal(ExtendOutcome.NotEnough, await app.CreditsAsync(sara, c => c.ExtendAsync(hold, 101, default)));
        Assert.True(await RenewAsync(hold, 12));
        Assert.Equal(Resolution.Done, await app.CreditsAsync(sara, c => c.VoidAsync(hold, default)));
        Assert.Equal(ExtendOutcome.Over, await app.CreditsAsync(sara, c => c.ExtendAsync(hold, 95, default)));
        Assert.False(await RenewAsync(hold, 13));

        Assert.Equal(new CreditBalance(100, 0, 0), await app.BalanceAsync(sara));
    }

    [Fact]
    public async Task A_payment_that_is_disputed_thawed_and_paid_back_moves_what_it_bought()
    {
        var (sara, payment) = (await app.AddWalletAsync("sara-refunded", 0), Wallets.NewKey());
        await app.GiveAsync(sara, 100, payment);
        await app.SettleAsync(sara, (await app.HoldAsync(sara, 30)).Hold!.Id, 30);

        await app.CreditsAsync(sara, c => c.FreezeAsync(payment, "dispute:a", default));
        Assert.Equal(0, await app.SpendableAsync(sara));
        await app.CreditsAsync(sara, c => c.ThawAsync(payment, "dispute:a", default));
        Assert.Equal(70, await app.SpendableAsync(sara));
        await app.CreditsAsync(sara, c => c.ClawAsync(payment, 100, default));

        Assert.Equal(new CreditBalance(0, 0, 30), await app.BalanceAsync(sara));
    }

    [Fact]
    public async Task What_is_given_held_and_settled_within_one_change_is_known_to_its_later_steps()
    {
        var (sara, key) = (await app.AddWalletAsync("sara-at-once", 0), Wallets.NewKey());

        await app.CreditsAsync(sara, async credits =>
        {
            await credits.GrantAsync(new GrantOrder(GrantSource.Promo, key, 100), default);
            Assert.Equal(GrantOutcome.AlreadyGranted, (await credits.GrantAsync(new GrantOrder(GrantSource.Promo, key, 100), default)).Outcome);
            var hold = (await credits.HoldAsync(new HoldOrder(key, 40, "here"), default)).Hold!;
            Assert.Equal(HoldOutcome.AlreadyHeld, (await credits.HoldAsync(new HoldOrder(key, 40, "here"), default)).Outcome);
            return await credits.SettleAsync(hold.Id, 30, default);
        });

        Assert.Equal(new CreditBalance(70, 0, 0), await app.BalanceAsync(sara));
    }

    [Fact]
    public async Task What_expired_is_not_in_the_balance_even_before_it_is_posted()
    {
        var sara = await app.AddWalletAsync("sara-late", 5);
        await app.GiveAsync(sara, 10, until: DateTime.UtcNow.AddHours(1));

        var later = await app.AskAsync(db => db.CreditAccounts.BalanceAsync(sara, DateTime.UtcNow.AddHours(2), default));

        Assert.Equal((15, 5), (await app.SpendableAsync(sara), later!.Spendable));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_a_mistake_and_nothing_is_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.GiveAsync(Guid.NewGuid(), 100, "to nobody"));

        Assert.False(await app.AskAsync(db => db.CreditGrants.AnyAsync(g => g.SourceKey == "to nobody")));
    }

    [Fact]
    public async Task Other_rows_are_saved_with_the_credits_or_not_at_all()
    {
        var sara = await app.AddWalletAsync("sara-rows", 0);

        await Assert.ThrowsAsync<IOException>(() => app.CreditsAsync<int>(sara, async credits =>
        {
            credits.Db.Settings.Add(new Setting("beside-credits", "", DateTime.UtcNow));
            await credits.GrantAsync(new GrantOrder(GrantSource.Admin, "half", 5), default);
            await credits.Db.SaveChangesAsync();
            throw new IOException();
        }));

        Assert.Equal(0, await app.SpendableAsync(sara));
        Assert.False(await app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == "beside-credits")));
    }

    [Fact]
    public async Task Credits_change_within_a_larger_transaction_too()
    {
        var sara = await app.AddWalletAsync("sara-audited", 0);

        await app.InScopeAsync(services => services.GetRequiredService<AuditLog>().RecordAsync(
            AuditActor.System, new AuditAct(AuditAction.SettingChanged, "sara"), null,
            () => services.GetRequiredService<CreditLedger>().ChangeAsync(sara, c => c.GrantAsync(new GrantOrder(GrantSource.Admin, "audited", 5), default), default), default));

        Assert.Equal(5, await app.SpendableAsync(sara));
    }

    private async Task<(GrantOutcome, Guid)> AgainAsync(Guid account, long credits, string key)
    {
        var answer = await app.GiveAsync(account, credits, key);
        return (answer.Outcome, answer.Grant!.Id);
    }

    private Task<bool> RenewAsync(Guid hold, long seen) => app.InScopeAsync(s => s.GetRequiredService<CreditLedger>().RenewAsync(hold, seen, default));
}
