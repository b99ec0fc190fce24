using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Usage;

/// <summary>What must agree whatever happened: records with their parts, the sums of days and of platform days, and what the ledger charged.</summary>
internal static class UsageSums
{
    public static async Task AssertUsageAgreesAsync(this WebApplicationFactory<Program> app)
    {
        var records = await app.AskAsync(db => db.UsageRecords.AsNoTracking().Include(r => r.Parts).ToListAsync());
        var days = await app.AskAsync(db => db.UsageDays.AsNoTracking().ToListAsync());
        var platform = await app.AskAsync(db => db.PlatformDays.AsNoTracking().ToListAsync());
        var charged = await app.AskAsync(db => db.CreditEntries.Where(e => e.Key.StartsWith("settle:")).ToDictionaryAsync(e => e.Key, e => -e.Amount));

        Assert.Equal(
            records.GroupBy(r => (r.AccountId, r.UserId, r.LocalDay, r.ModelKey, r.Source, r.KeyId ?? Guid.Empty))
                .ToDictionary(g => g.Key, g => (g.Sum(r => r.Tokens), g.Sum(r => r.Cost), g.Sum(r => r.Credits), g.LongCount())),
            days.ToDictionary(
                d => (d.AccountId, d.UserId, d.Day, d.ModelKey, d.Source, d.KeyId),
                d => (d.InputTokens + d.ReadTokens + d.WriteTokens + d.OutputTokens, d.Cost, d.Credits, d.Operations)));
        Assert.Equal(
            (days.Sum(d => d.OutputTokens), days.Sum(d => d.Cost), days.Sum(d => d.Credits), days.Sum(d => d.Operations)),
            (platform.Sum(d => d.OutputTokens), platform.Sum(d => d.Cost), platform.Sum(d => d.Credits), platform.Sum(d => d.Operations)));
        Assert.All(records, r => Assert.Equal(charged.GetValueOrDefault($"settle:{r.HoldId:N}"), r.Credits));
        Assert.All(records, r => Assert.Equal(r.Cost, r.Parts.Sum(p => p.Amount)));
    }
}
