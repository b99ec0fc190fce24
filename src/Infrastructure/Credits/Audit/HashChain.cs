using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>Reckons every account's chain anew from the columns of its entries; its end must be what the account says.</summary>
internal static class HashChain
{
    private const string Entries =
        "SELECT e.\"AccountId\", e.\"Seq\", e.\"Amount\", e.\"DebtChange\", e.\"BalanceAfter\", e.\"Reason\", e.\"At\", e.\"Key\", e.\"Hash\" FROM \"CreditEntries\" e";

    public static async Task<IReadOnlyList<Guid>> FindBrokenAsync(AppDbContext db, Guid? account, CancellationToken cancel)
    {
        var (broken, ends) = (new HashSet<Guid>(), new Dictionary<Guid, string>());
        var entries = account is { } one
            ? db.Database.SqlQueryRaw<Link>($"{Entries} WHERE e.\"AccountId\" = {{0}} ORDER BY e.\"Seq\"", one)
            : db.Database.SqlQueryRaw<Link>($"{Entries} ORDER BY e.\"AccountId\", e.\"Seq\"");
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Hash != HashOf(entry, ends.GetValueOrDefault(entry.AccountId, ""))) broken.Add(entry.AccountId);
            ends[entry.AccountId] = entry.Hash;
        }

        var accounts = db.Database.SqlQueryRaw<End>("SELECT \"Id\", \"LastHash\" FROM \"CreditAccounts\"");
        foreach (var end in await (account is { } known ? accounts.Where(a => a.Id == known) : accounts).ToListAsync(cancel))
        {
            if (end.LastHash != ends.GetValueOrDefault(end.Id, "")) broken.Add(end.Id);
        }

        return [.. broken];
    }

    private static string HashOf(Link e, string before)
    {
        var fields = new object[] { before, e.AccountId.ToString("N"), e.Seq, e.Amount, e.DebtChange, e.BalanceAfter, e.Reason, e.At.Ticks, e.Key };
        var text = string.Join('|', fields.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    internal sealed record Link(Guid AccountId, long Seq, long Amount, long DebtChange, long BalanceAfter, string Reason, DateTime At, string Key, string Hash);

    internal sealed record End(Guid Id, string LastHash);
}
