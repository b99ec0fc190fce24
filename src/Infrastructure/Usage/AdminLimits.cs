using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>A person's limits as an admin sets them: they stand in for those of the plan.</summary>
public sealed class AdminLimits(AppDbContext db, AuditLog audit)
{
    /// <summary>Null where the plan's hold.</summary>
    public async Task<UsageLimit?> FindAsync(Guid userId, CancellationToken cancel)
    {
        var account = await AccountOfAsync(userId, cancel);
        return await db.UsageLimits.AsNoTracking().Of(account, userId).SingleOrDefaultAsync(l => l.SetBy == LimitSetter.Admin, cancel);
    }

    public async Task<ActOutcome> SetAsync(Guid userId, LimitsWish wish, string reason, AuditActor by, CancellationToken cancel)
    {
        var account = await AccountOfAsync(userId, cancel);
        try
        {
            return await db.WriteAsync(() => SetAsync(account, userId, wish, reason, by, cancel), cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return ActOutcome.Stale;
        }
    }

    private async Task<ActOutcome> SetAsync(Guid account, Guid userId, LimitsWish wish, string reason, AuditActor by, CancellationToken cancel)
    {
        var set = await db.UsageLimits.Of(account, userId).SingleOrDefaultAsync(l => l.SetBy == LimitSetter.Admin, cancel);
        if (!(set?.RowVersion ?? []).AsSpan().SequenceEqual(wish.Seen)) return ActOutcome.Stale;

        var act = new AuditAct(AuditAction.LimitsSet, $"{userId}", Written(set?.IsOn, set?.Values), Written(wish.IsOn, wish.Values));
        await audit.RecordAsync(by, act, reason, () =>
        {
            if (wish.IsOn is not { } isOn)
            {
                if (set is not null) db.UsageLimits.Remove(set);
                return Task.CompletedTask;
            }

            if (set is null) db.UsageLimits.Add(set = UsageLimit.Set(account, userId, LimitSetter.Admin));
            set.Change(isOn, wish.Values, set.WarnAt);
            return Task.CompletedTask;
        }, cancel);
        return ActOutcome.Done;
    }

    private static string? Written(bool? isOn, LimitValues? values) => isOn switch
    {
        null => null,
        false => "off",
        true => string.Join(", ", LimitKinds.All.Select(kind => FormattableString.Invariant($"{kind} {values![kind]?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"))),
    };

    private Task<Guid> AccountOfAsync(Guid userId, CancellationToken cancel) => db.Accounts.OfPerson(userId).Select(a => a.Id).SingleOrDefaultAsync(cancel);
}

/// <param name="IsOn">Null: the plan's hold again. False: nothing limits them but themselves.</param>
/// <param name="Values">Each by itself; where one is missing the plan's holds.</param>
/// <param name="Seen">The version that somebody saw; none where there was nothing.</param>
public sealed record LimitsWish(bool? IsOn, LimitValues Values, byte[] Seen);
