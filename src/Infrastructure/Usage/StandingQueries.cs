using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What an account used in all, this month and today.</summary>
public sealed record UsageStanding(UsageSum Lifetime, UsageSum Month, UsageSum Day)
{
    public static readonly UsageStanding Nothing = new(UsageSum.None, UsageSum.None, UsageSum.None);
}

public static class StandingQueries
{
    /// <summary>One question to the sums of days.</summary>
    public static async Task<UsageStanding> StandingAsync(this IQueryable<UsageDay> days, Guid accountId, DateOnly today, DateOnly month, CancellationToken cancel)
    {
        var parts = await days.Of(accountId).GroupBy(d => new { InMonth = d.Day >= month, IsToday = d.Day >= today })
            .Select(g => new
            {
                g.Key.InMonth,
                g.Key.IsToday,
                Sum = new UsageSum(
                    g.Sum(d => d.InputTokens), g.Sum(d => d.ReadTokens), g.Sum(d => d.WriteTokens), g.Sum(d => d.OutputTokens),
                    g.Sum(d => d.Cost), g.Sum(d => d.Credits), g.Sum(d => d.Operations)),
            }).ToListAsync(cancel);
        return new(
            UsageSum.Of(parts.Select(p => p.Sum)),
            UsageSum.Of(parts.Where(p => p.InMonth).Select(p => p.Sum)),
            UsageSum.Of(parts.Where(p => p.IsToday).Select(p => p.Sum)));
    }
}
