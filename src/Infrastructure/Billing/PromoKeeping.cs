using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>How admins make codes and end them, with the log's entry of it.</summary>
public sealed class PromoKeeping(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>False where there is such a code, or was: an old one never means something new.</summary>
    public async Task<bool> MakeAsync(PromoCode code, AuditActor by, CancellationToken cancel)
    {
        if (await db.PromoCodes.AnyAsync(p => p.Code == code.Code, cancel)) return false;

        await audit.RecordAsync(by, new AuditAct(AuditAction.PromoCodeMade, code.Code, After: Written(code)), null, () => Task.FromResult(db.PromoCodes.Add(code)), cancel);
        return true;
    }

    /// <summary>False where there is none that holds.</summary>
    public async Task<bool> EndAsync(string code, AuditActor by, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (await db.PromoCodes.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && (p.Until == null || p.Until > now), cancel) is not { } before) return false;

        await audit.RecordAsync(by, new AuditAct(AuditAction.PromoCodeEnded, code, Written(before), "ended"), null, async () => (await db.PromoCodes.SingleAsync(p => p.Code == code, cancel)).TryEnd(now), cancel);
        return true;
    }

    private static string Written(PromoCode code) => string.Create(
        CultureInfo.InvariantCulture, $"{(code.PercentOff is { } percent ? $"{percent} %" : $"{new Money(code.OffMinor ?? 0, code.Currency!).Major} {code.Currency!.Code}")}, from {code.From:u}, until {code.Until:u}, uses {code.MostUses}, each {code.MostPerAccount}, packages {string.Join(' ', code.Packages)}");
}
