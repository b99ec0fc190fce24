using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

public static class PlatformDayQueries
{
    /// <summary>What everybody together used, in UTC days.</summary>
    public static async Task<IReadOnlyList<UsageSlice>> SlicesAsync(this IQueryable<PlatformDay> days, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        days = days.AsNoTracking();
        if (from is { } first) days = days.Where(d => d.Day >= first);
        if (to is { } last) days = days.Where(d => d.Day <= last);
        return await days.GroupBy(d => new { d.Day, d.ModelKey, d.Source })
            .Select(g => new UsageSlice(g.Key.Day, g.Key.ModelKey, g.Key.Source, Guid.Empty, new UsageSum(
                g.Sum(d => d.InputTokens), g.Sum(d => d.ReadTokens), g.Sum(d => d.WriteTokens), g.Sum(d => d.OutputTokens),
                g.Sum(d => d.Cost), g.Sum(d => d.Credits), g.Sum(d => d.Operations))))
            .ToListAsync(cancel);
    }
}
