using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Closes the prices whose successor has begun, and lets every node show the new ones. Calls find the newest by themselves.</summary>
internal sealed class ActivatePricesJob(AppDbContext db, ChangeNotices notices, TimeProvider clock) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var followed = db.ModelPrices.Where(p => p.Until == null && p.TakenBackAt == null && db.ModelPrices.Any(n => n.ModelKey == p.ModelKey && n.TakenBackAt == null && n.From > p.From && n.From <= now));
        if (!await followed.AnyAsync(cancel)) return;

        await db.WriteAsync(async () =>
        {
            await notices.RaiseAsync(db, OfferedModels.Topic, cancel);
            return await followed.ExecuteUpdateAsync(p => p.SetProperty(x => x.Until, x => db.ModelPrices.Where(n => n.ModelKey == x.ModelKey && n.TakenBackAt == null && n.From > x.From).Min(n => (DateTime?)n.From)), cancel);
        }, cancel, isThere: async () => !await followed.AnyAsync(cancel));
    }
}
