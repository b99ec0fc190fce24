using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Credits;

/// <summary>One movement of an account's balance, written once: the database refuses to change or delete it, and each entry's hash covers the one before it.</summary>
public sealed class CreditEntry
{
    public const int KeyLength = 250;

    private readonly List<CreditAllocation> _allocations = [];

    private CreditEntry()
    {
    }

    public Guid AccountId { get; private set; }

    /// <summary>1, 2, 3 ... within the account, without a gap.</summary>
    public long Seq { get; private set; }

    public long Amount { get; private set; }

    /// <summary>What the movement added to the debt or took off it. The allocations are the rest of it.</summary>
    public long DebtChange { get; private set; }

    public long BalanceAfter { get; private set; }
    public CreditReason Reason { get; private set; }
    public string Key { get; private set; } = "";
    public DateTime At { get; private set; }
    public string Hash { get; private set; } = "";

    public IReadOnlyCollection<CreditAllocation> Allocations => _allocations;

    public long BalanceBefore => BalanceAfter - Amount;

    internal static CreditEntry Follow(CreditAccount account, CreditReason reason, string key, IEnumerable<Movement> moved, long debtChange, DateTime at)
    {
        var seq = account.LastSeq + 1;
        var allocations = moved.GroupBy(m => m.Grant.Id, m => m.Credits).Select(g => new CreditAllocation(account.Id, seq, g.Key, g.Sum())).ToList();
        var entry = new CreditEntry
        {
            AccountId = account.Id, Seq = seq, Reason = reason, Key = key, At = at,
            Amount = allocations.Sum(a => a.Amount) - debtChange, DebtChange = debtChange, BalanceAfter = account.Available - account.Debt,
        };
        entry._allocations.AddRange(allocations);
        entry.Hash = entry.HashAfter(account.LastHash);
        return entry;
    }

    // The key stands last: it is the only field that could hold the sign between them.
    private string HashAfter(string previous)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{previous}|{AccountId:N}|{Seq}|{Amount}|{DebtChange}|{BalanceAfter}|{Reason}|{At.Ticks}|{Key}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
