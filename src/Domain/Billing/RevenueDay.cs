using System.Runtime.InteropServices;

namespace SaaSChat.Domain.Billing;

public enum RevenueKind
{
    /// <summary>Of a package.</summary>
    Package,
    Plan,
}

/// <summary>
/// What came in on one day, in UTC, in one currency for one package or plan, and what went back on that day: sums of payments and invoices,
/// written with them. Currencies are never added up.
/// </summary>
public sealed class RevenueDay
{
    public const int ItemLength = 40;

    /// <summary>Of an invoice that pays for no plan's period.</summary>
    public const string NoItem = "";

    private RevenueDay()
    {
    }

    public DateOnly Day { get; private set; }
    public Currency Currency { get; private set; } = Currency.Usd;
    public RevenueKind Kind { get; private set; }

    /// <summary>The key of the package or the plan.</summary>
    public string Item { get; private set; } = "";

    public long PaidMinor { get; private set; }
    public long RefundedMinor { get; private set; }

    /// <summary>What banks gave back; below zero where they changed their mind.</summary>
    public long LostMinor { get; private set; }
}

/// <summary>What came of one payment or invoice so far, in minor units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Takings(long Paid, long Refunded, long Lost)
{
    public static Takings operator -(Takings now, Takings before) => new(now.Paid - before.Paid, now.Refunded - before.Refunded, now.Lost - before.Lost);

    public static Takings operator +(Takings one, Takings other) => new(one.Paid + other.Paid, one.Refunded + other.Refunded, one.Lost + other.Lost);

    /// <summary>What is left of it.</summary>
    public long Net => Paid - Refunded - Lost;
}
