using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Credits.Audit;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>Somebody with the owner's login takes the rules away and changes what is written.</summary>
public sealed class LedgerAuditTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Rules = """
        PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
        DROP TRIGGER IF EXISTS TR_CreditEntries_AppendOnly_UPDATE; DROP TRIGGER IF EXISTS TR_CreditEntries_AppendOnly_DELETE;
        DROP TRIGGER IF EXISTS TR_CreditAllocations_AppendOnly_UPDATE; DROP TRIGGER IF EXISTS TR_CreditAllocations_AppendOnly_DELETE;
        DROP INDEX IF EXISTS IX_CreditHolds_Key;
        """;

    public static TheoryData<string, string> Tamperings => new()
    {
        { "every account has its books", "DELETE FROM CreditAccounts WHERE Id = {0}" },
        { "entries sum to the balance", "UPDATE CreditAccounts SET Available = Available + 1 WHERE Id = {0}" },
        { "entries sum to the balance", "UPDATE CreditEntries SET Amount = Amount - 1 WHERE AccountId = {0} AND Seq = 2" },
        { "changes of the debt sum to the debt", "UPDATE CreditAccounts SET Available = Available + 1, Debt = Debt + 1 WHERE Id = {0}" },
        { "each balance follows from the one before", "UPDATE CreditEntries SET BalanceAfter = BalanceAfter + 1 WHERE AccountId = {0} AND Seq = 2" },
        { "entries are numbered without a gap", "DELETE FROM CreditEntries WHERE AccountId = {0} AND Seq = 2" },
        { "entries are numbered without a gap", "UPDATE CreditAccounts SET LastSeq = LastSeq + 1 WHERE Id = {0}" },
        { "allocations sum to their entries", "UPDATE CreditAllocations SET Amount = Amount - 1 WHERE AccountId = {0} AND Seq = 2" },
        { "allocations sum to what is left of their grants", "UPDATE CreditGrants SET Remaining = Remaining - 1 WHERE AccountId = {0}" },
        { "allocations stay within their account", "UPDATE CreditGrants SET AccountId = '00000000-0000-0000-0000-000000000000' WHERE AccountId = {0}" },
        { "what is left of the grants sums to what is available", "UPDATE CreditGrants SET Remaining = Remaining - 1 WHERE AccountId = {0}" },
        { "every grant came in by one entry, and whole", "UPDATE CreditGrants SET Amount = Amount + 1 WHERE AccountId = {0}" },
        { "what was frozen is frozen still or was given back", "UPDATE CreditGrants SET Frozen = 1 WHERE AccountId = {0}" },
        { "open holds sum to what is held", "UPDATE CreditAccounts SET Held = Held + 1 WHERE Id = {0}" },
        { "every hold has set its credits aside", "UPDATE CreditHolds SET Amount = Amount + 1 WHERE AccountId = {0} AND State = 'Open'" },
        { "what open holds have set aside is set aside in their grants", "UPDATE CreditGrants SET Pinned = Pinned + 1 WHERE AccountId = {0}" },
        { "every hold was ended once, by what it was charged", "UPDATE CreditHolds SET State = 'Voided' WHERE AccountId = {0} AND State = 'Settled'" },
        { "every hold was ended once, by what it was charged", "UPDATE CreditHolds SET Charged = Charged + 1 WHERE AccountId = {0}" },
        { "every charge belongs to a hold", "DELETE FROM CreditHolds WHERE AccountId = {0} AND State = 'Settled'" },
        { "nothing is below its floor", "UPDATE CreditAccounts SET Held = -1 WHERE Id = {0}" },
        { "every key was used once", "UPDATE CreditHolds SET Key = 'the same' WHERE AccountId = {0}" },
        { "no entry was changed since it was written", "UPDATE CreditEntries SET At = '2020-01-01 00:00:00' WHERE AccountId = {0} AND Seq = 2" },
        { "no entry was changed since it was written", "UPDATE CreditEntries SET Reason = 'Expiry' WHERE AccountId = {0} AND Seq = 2" },
    };

    [SqliteTheory, MemberData(nameof(Tamperings))]
    public async Task One_unit_that_is_moved_by_hand_is_found_and_the_account_named(string check, string tampering)
    {
        var sara = await BusyAsync();
        Assert.Empty(await FailedAsync(sara));

        await app.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync(Rules);
            return await db.Database.ExecuteSqlRawAsync(tampering, sara);
        });

        Assert.Contains(check, await FailedAsync(sara));
    }

    [Fact]
    public void Every_check_has_been_seen_to_fail() =>
        Assert.Empty(LedgerChecks.All.Select(c => c.Name).Except(Tamperings.Select(t => (string)((object[])t)[0]), StringComparer.Ordinal));

    [Fact]
    public async Task Books_that_are_written_meanwhile_are_whole()
    {
        await using var busy = new TestApp();
        var sara = await busy.AddWalletAsync("sara-writes", 1_000_000);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++) await busy.SettleAsync(sara, (await busy.HoldAsync(sara, 10)).Hold!.Id, 7);
        });

        while (!writing.IsCompleted) await busy.AssertBooksAreWholeAsync();

        await writing;
        await busy.AssertBooksAreWholeAsync();
    }

    private async Task<Guid> BusyAsync()
    {
        var sara = await app.AddWalletAsync($"sara-{Guid.NewGuid():N}", 100);
        await app.SettleAsync(sara, (await app.HoldAsync(sara, 30)).Hold!.Id, 20);
        await app.HoldAsync(sara, 15);
        return sara;
    }

    private async Task<List<string>> FailedAsync(Guid account) => [.. (await app.AuditAsync()).Where(f => f.Accounts.Contains(account)).Select(f => f.Name)];
}
