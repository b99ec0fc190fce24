using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Models.Keys;

internal static class KeyQueries
{
    /// <summary>Not removed; whether they are asked or not.</summary>
    public static IQueryable<ProviderKey> Known(this IQueryable<ProviderKey> keys) => keys.Where(k => k.RemovedAt == null);

    /// <summary>What was asked with each key in the UTC day and month of that moment.</summary>
    public static async Task<Dictionary<Guid, KeySpend>> SpendsAsync(this IQueryable<ProviderKeyDay> days, DateTime at, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(at);
        var first = new DateOnly(today.Year, today.Month, 1);
        var sums = await days.AsNoTracking().Where(d => d.Day >= first && d.Day <= today).GroupBy(d => new { d.KeyId, d.Day })
            .Select(g => new { g.Key.KeyId, g.Key.Day, Requests = g.Sum(d => d.Requests), Tokens = g.Sum(d => d.Tokens), Cost = g.Sum(d => d.Cost) }).ToListAsync(cancel);
        return sums.GroupBy(s => s.KeyId).ToDictionary(g => g.Key, g => new KeySpend(
            g.Where(s => s.Day == today).Select(s => new KeySum(s.Requests, s.Tokens, s.Cost)).FirstOrDefault() ?? KeySpend.Nothing.Day,
            new(g.Sum(s => s.Requests), g.Sum(s => s.Tokens), g.Sum(s => s.Cost))));
    }

    /// <summary>The row begins with its first piece of news; two nodes may bring it at once.</summary>
    public static async Task NoteAsync(this AppDbContext db, Guid key, ProviderFault? fault, DateTime? restsUntil, DateTime at, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var noted = await db.ProviderKeyHealth.Where(h => h.KeyId == key).ExecuteUpdateAsync(
                h => h.SetProperty(x => x.Fault, _ => fault).SetProperty(x => x.RestsUntil, _ => restsUntil).SetProperty(x => x.At, _ => at), cancel);
            if (noted > 0) return;

            var health = new ProviderKeyHealth(key);
            health.Note(fault, restsUntil, at);
            var row = db.ProviderKeyHealth.Add(health);
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException) when (attempt == 0)
            {
                row.State = EntityState.Detached;
            }
        }
    }
}
