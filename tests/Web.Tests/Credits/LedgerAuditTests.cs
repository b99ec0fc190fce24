using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Web.Tests.Billing;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>Somebody with the owner's login takes the rules away and changes what is written.</summary>
public sealed class LedgerAuditTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Rules = """
        PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
        DROP TRIGGER IF EXISTS TR_CreditEntries_AppendOnly_UPDATE; DROP TRIGGER IF EXISTS TR_CreditEntries_AppendOnly_DELETE;
        DROP TRIGGER IF EXISTS TR_CreditAllocations_AppendOnly_UPDATE; DROP TRIGGER IF EXISTS TR_CreditAllocations_AppendOnly_DELETE;
        DROP TRIGGER IF EXISTS TR_UsageRecords_AppendOnly_UPDATE; DROP TRIGGER IF EXISTS TR_UsageRecords_AppendOnly_DELETE;
        DROP TRIGGER IF EXISTS TR_UsageParts_AppendOnly_UPDATE;
        DROP INDEX IF EXISTS IX_CreditHolds_Key;
        """;

    private const string Platform = "sums of the platform's days agree with the records of usage";
    private const string OfCalls = "counts of the platform's calls agree with the records of usage";
    private const string OfGrants = "sums of the days' grants agree with the grants";
    private const string OfRevenue = "sums of the days' revenue agree with payments and invoices";

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
        { "records of usage are numbered without a gap", "DELETE FROM UsageRecords WHERE AccountId = {0} AND Seq = 1" },
        { "parts of usage sum to the cost of their records", "UPDATE UsageParts SET Amount = Amount - 1 WHERE AccountId = {0} AND Kind = 'Output' AND Seq = 1" },
        { "every record of usage was charged to its hold", "UPDATE UsageRecords SET Credits = Credits + 1 WHERE AccountId = {0} AND Seq = 1" },
        { "every record of usage was charged to its hold", "DELETE FROM CreditHolds WHERE Id = (SELECT HoldId FROM UsageRecords WHERE AccountId = {0} AND Seq = 2)" },
        { "sums of days agree with the records of usage", "UPDATE UsageDays SET OutputTokens = OutputTokens + 1 WHERE AccountId = {0}" },
        { "sums of days agree with the records of usage", "UPDATE UsageDays SET ModelKey = 'another' WHERE AccountId = {0}" },
        { "sums of days agree with the records of usage", "UPDATE UsageRecords SET Cost = Cost - 1 WHERE AccountId = {0} AND Seq = 1" },
        { "sums of days agree with the records of usage", "DELETE FROM UsageDays WHERE AccountId = {0}" },
        { "every payment was credited once, and whole", "UPDATE Payments SET Credits = Credits - 1 WHERE AccountId = {0}" },
        { "every payment was credited once, and whole", "UPDATE CreditGrants SET SourceKey = 'another' WHERE AccountId = {0} AND Source = 'Purchase'" },
        { "every credit of a purchase was paid for once", "DELETE FROM Payments WHERE AccountId = {0}" },
        { "every credit of a purchase was paid for once", "UPDATE Payments SET CreditKey = 'another' WHERE AccountId = {0}" },
        { "every order that is paid has one payment that is credited, and no other has", "UPDATE Orders SET State = 'Open' WHERE AccountId = {0}" },
        { "every order that is paid has one payment that is credited, and no other has", "UPDATE Orders SET Credits = Credits + 1 WHERE AccountId = {0}" },
        { "what went back of a payment was taken back of its credits", "UPDATE Payments SET Clawed = Clawed + 1 WHERE AccountId = {0}" },
        { "what went back of a payment was taken back of its credits", "UPDATE Payments SET AmountMinor = 2, RefundedMinor = 1 WHERE AccountId = {0}" },
        { "what went back of a payment was taken back of its credits", "UPDATE Payments SET FrozenBy = 'dispute' WHERE AccountId = {0}" },
        { "every invoice of a plan that is paid was credited once, and whole, and no other was", "UPDATE Invoices SET Credits = Credits - 1 WHERE AccountId = {0}" },
        { "every invoice of a plan that is paid was credited once, and whole, and no other was", "UPDATE Invoices SET Credits = 0, GrantedAt = NULL WHERE AccountId = {0}" },
        { "every invoice of a plan that is paid was credited once, and whole, and no other was", "UPDATE CreditGrants SET SourceKey = 'invoice:another' WHERE AccountId = {0} AND Source = 'Plan'" },
        { "every invoice of a plan that is paid was credited once, and whole, and no other was", "UPDATE Invoices SET State = 'Open' WHERE AccountId = {0}" },
        { "every credit that came with an invoice was paid for once", "DELETE FROM Invoices WHERE AccountId = {0}" },
        { "every credit that came with an invoice was paid for once", "UPDATE Invoices SET State = 'Void' WHERE AccountId = {0}" },
        { "what went back of an invoice was taken back of its credits", "UPDATE Invoices SET RefundedMinor = 1 WHERE AccountId = {0}" },
        { "what went back of an invoice was taken back of its credits", "UPDATE Invoices SET FrozenBy = 'plan' WHERE AccountId = {0}" },
        { "every account is on the plan that it pays for", "UPDATE Allowances SET PlanKey = 'free' WHERE AccountId = {0}" },
        { "no entry was changed since it was written", "UPDATE CreditEntries SET At = '2020-01-01 00:00:00' WHERE AccountId = {0} AND Seq = 2" },
        { "no entry was changed since it was written", "UPDATE CreditEntries SET Reason = 'Expiry' WHERE AccountId = {0} AND Seq = 2" },
    };

    [SqliteTheory, MemberData(nameof(Tamperings))]
    public async Task One_unit_that_is_moved_by_hand_is_found_and_the_account_named(string check, string tampering)
    {
        var sara = await BusyAsync();
        Assert.Empty(await FailedAsync(sara));

        await TamperAsync(app, tampering, sara);

        Assert.Contains(check, await FailedAsync(sara));
    }

    [SqliteTheory]
    [InlineData(Platform, "UPDATE PlatformDays SET Credits = Credits + 1")]
    [InlineData(Platform, "UPDATE PlatformDays SET Day = '2020-01-01'")]
    [InlineData(Platform, "DELETE FROM UsageRecords WHERE AccountId = {0} AND Seq = 2")]
    [InlineData(OfCalls, "UPDATE CallDays SET Calls = Calls + 1")]
    [InlineData(OfCalls, "UPDATE CallDays SET Failed = Failed + 1")]
    [InlineData(OfGrants, "UPDATE GrantDays SET Credits = Credits - 1")]
    [InlineData(OfGrants, "UPDATE GrantDays SET SoldCredits = 0 WHERE Source = 'Purchase'")]
    [InlineData(OfGrants, "DELETE FROM GrantDays")]
    [InlineData(OfRevenue, "UPDATE Payments SET AmountMinor = 1 WHERE AccountId = {0}")]
    [InlineData(OfRevenue, "INSERT INTO RevenueDays (Day, Currency, Kind, Item, PaidMinor, RefundedMinor, LostMinor) VALUES ('2026-11-26', 'USD', 'Plan', 'basic', 1, 0, 0)")]
    public async Task One_unit_that_is_moved_in_the_sums_over_everybody_is_found(string check, string tampering)
    {
        await using var site = new TestApp();
        var sara = await site.AddBuyerAsync("sara", 20_000);
        for (var i = 0; i < 2; i++) await site.EndAsync((await site.OpenAsync(sara)).Call!, Calls.Reported(300, 200));
        await site.AssertBooksAreWholeAsync();

        await TamperAsync(site, tampering, sara.AccountId);

        Assert.Contains(check, (await site.AuditAsync()).Where(f => !f.IsWhole).Select(f => f.Name));
    }

    [Fact]
    public void Every_check_has_been_seen_to_fail() =>
        Assert.Equal([OfGrants, Platform, OfCalls, OfRevenue], LedgerChecks.All.Select(c => c.Name).Except(Tamperings.Select(t => (string)((object[])t)[0]), StringComparer.Ordinal));

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

    [Fact]
    public async Task Calls_of_every_kind_and_end_leave_sums_that_agree()
    {
        await using var busy = new TestApp();
        var sara = await busy.AddBuyerAsync("sara-calls", 1_000_000);
        foreach (var source in Enum.GetValues<UsageSource>())
        {
            await busy.EndAsync((await busy.OpenAsync(sara, source: source)).Call!, Calls.Reported(300, 200));
            await busy.EndAsync((await busy.OpenAsync(sara, "gpt-4o-mini", source: source)).Call!, new CallEnd(CallOutcome.Failed, null, ""));
        }

        await busy.AssertBooksAreWholeAsync();
    }

    private async Task<Guid> BusyAsync()
    {
        var person = await app.AddBuyerAsync($"sara-{Guid.NewGuid():N}", 20_000);
        var sara = person.AccountId;
        await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(300, 200));
        await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(300, 100));
        await app.SettleAsync(sara, (await app.HoldAsync(sara, 30)).Hold!.Id, 20);
        await app.HoldAsync(sara, 15);
        await app.PayForPlanAsync(sara, 1_000);
        return sara;
    }

    private static Task<int> TamperAsync(TestApp site, string tampering, Guid account) => site.AskAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(Rules);
        return await db.Database.ExecuteSqlRawAsync(tampering, account);
    });

    private async Task<List<string>> FailedAsync(Guid account) => [.. (await app.AuditAsync()).Where(f => f.Accounts.Contains(account)).Select(f => f.Name)];
}
