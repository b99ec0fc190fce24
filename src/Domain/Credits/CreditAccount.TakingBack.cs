namespace SaaSChat.Domain.Credits;

/// <content>What was given may be taken back: while it is disputed, when its payment was given back, or when it was too much.</content>
public sealed partial class CreditAccount
{
    /// <summary>Takes what is left of the grant out of the balance until it is thawed; what holds have set aside follows when they end. One freeze at a time.</summary>
    public Resolution Freeze(CreditGrant grant, string key, DateTime at)
    {
        Require(grant.AccountId);
        if (grant.FrozenBy is { } known) return known == key ? Resolution.AlreadyDone : Resolution.Conflict;

        grant.FreezeBy(CreditKey.Require(key));
        Tidy("", at);
        return Resolution.Done;
    }

    /// <summary>Gives back what was frozen. Its expiry has not moved: what is due by now expires at once.</summary>
    public Resolution Thaw(CreditGrant grant, string key, DateTime at)
    {
        Require(grant.AccountId);
        if (grant.FrozenBy != key) return grant.FrozenBy is null ? Resolution.AlreadyDone : Resolution.Conflict;
        if (grant.Frozen > Most - Available) return Resolution.TooMuch;

        GiveBackFrozen(grant, $"thaw:{key}:{grant.Id:N}", at);
        grant.FreezeBy(null);
        Tidy($":thaw:{key}", at);
        return Resolution.Done;
    }

    /// <summary>Takes so many credits of the grant back in all, because their payment was: from its own remainder first, the rest as debt.</summary>
    public Resolution Claw(CreditGrant grant, long total, DateTime at)
    {
        Require(grant.AccountId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, grant.Amount);
        if (total <= grant.Clawed) return Resolution.AlreadyDone;

        var (owed, claw) = (total - grant.Clawed, $"claw:{grant.Id:N}:{total + grant.Returned}");
        if (owed > Most - Debt || grant.Frozen > Most - Available) return Resolution.TooMuch;

        GiveBackFrozen(grant, $"thaw:{claw}", at);
        var own = Math.Min(owed, grant.Free);
        grant.ClawTo(total);
        Post(CreditReason.Claw, claw, own > 0 ? [new(grant, -own)] : [], owed - own, at);
        Tidy($":{claw}", at);
        return Resolution.Done;
    }

    /// <summary>Gives back what a claw took beyond so many credits in all: its own remainder is there again, and what it left as debt is paid off.</summary>
    public Resolution Unclaw(CreditGrant grant, long total, DateTime at)
    {
        Require(grant.AccountId);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        if (total >= grant.Clawed) return Resolution.AlreadyDone;

        var back = grant.Clawed - total;
        if (back > Most - Available) return Resolution.TooMuch;

        grant.Return(back);
        var key = $"unclaw:{grant.Id:N}:{grant.Returned}";
        Post(CreditReason.Unclaw, key, [new(grant, back)], 0, at);
        Tidy($":{key}", at);
        return Resolution.Done;
    }

    /// <summary>Takes so many of the credits that can be spent, in their order. False when the credits are not there to be spent.</summary>
    public bool TryTake(long credits, string key, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(credits);
        if (Spendable < credits) return false;

        Post(CreditReason.Correction, CreditKey.Require($"take:{key}"), BurnDown.Take(_grants, credits, at), 0, at);
        return true;
    }

    private void GiveBackFrozen(CreditGrant grant, string key, DateTime at)
    {
        if (grant.Frozen == 0) return;
        Post(CreditReason.Thaw, key, [new(grant, grant.Frozen)], 0, at);
        grant.SetFrozen(0);
    }
}
