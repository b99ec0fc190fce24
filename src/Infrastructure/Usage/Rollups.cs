using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Adds a record to the sums of its day and of its platform day, which begin with their first record. Two accounts may begin the same platform day at once.</summary>
internal static class Rollups
{
    private static readonly string[] Sums =
    [
        nameof(UsageDay.InputTokens), nameof(UsageDay.ReadTokens), nameof(UsageDay.WriteTokens), nameof(UsageDay.OutputTokens),
        nameof(UsageDay.Cost), nameof(UsageDay.Credits), nameof(UsageDay.Operations),
    ];

    private static readonly string[] DayKey =
    [
        nameof(UsageDay.AccountId), nameof(UsageDay.UserId), nameof(UsageDay.Day),
        nameof(UsageDay.ModelKey), nameof(UsageDay.Source), nameof(UsageDay.KeyId),
    ];

    private static readonly string[] KeySums = [nameof(ProviderKeyDay.Requests), nameof(ProviderKeyDay.Tokens), nameof(ProviderKeyDay.Cost)];

    private static readonly string[] KeyDayKey = [nameof(ProviderKeyDay.KeyId), nameof(ProviderKeyDay.Day), nameof(ProviderKeyDay.Slot)];

    private static readonly string[] PlatformKey =
        [nameof(PlatformDay.Day), nameof(PlatformDay.ModelKey), nameof(PlatformDay.Source), nameof(PlatformDay.Slot)];

    public static void Add(LockedCredits credits, UsageRecord record)
    {
        object[] sums = [record.InputTokens, record.ReadTokens, record.WriteTokens, record.OutputTokens, record.Cost, record.Credits, 1L];
        object[] day = [record.AccountId, record.UserId, record.LocalDay, record.ModelKey, record.Source.ToString(), record.KeyId ?? Guid.Empty];
        object[] platform = [DateOnly.FromDateTime(record.At), record.ModelKey, record.Source.ToString(), PlatformDay.SlotOf(record.AccountId)];

        credits.Beside.Change(FormattableStringFactory.Create(Sql(credits.Db, "UsageDays", DayKey, Sums), [.. day, .. sums]));
        credits.Beside.Change(FormattableStringFactory.Create(Sql(credits.Db, "PlatformDays", PlatformKey, Sums), [.. platform, .. sums]));
    }

    /// <summary>A call that was made with a provider's key.</summary>
    public static void AddTo(Guid providerKey, LockedCredits credits, Charge charge)
    {
        object[] day = [providerKey, DateOnly.FromDateTime(credits.At), PlatformDay.SlotOf(credits.Account.Id)];
        credits.Beside.Change(FormattableStringFactory.Create(Sql(credits.Db, "ProviderKeyDays", KeyDayKey, KeySums), [.. day, 1L, charge.Tokens, charge.Cost]));
    }

    private static string Sql(AppDbContext db, string table, string[] key, string[] sums)
    {
        var (columns, values) = (string.Join(", ", key.Concat(sums).Select(Name)), string.Join(", ", Enumerable.Range(0, key.Length + sums.Length).Select(Slot)));
        var add = string.Join(", ", sums.Select((sum, i) => $"{Name(sum)} = {Name(sum)} + {Slot(key.Length + i)}"));
        var insert = $"INSERT INTO \"{table}\" ({columns}) VALUES ({values})";
        if (!db.Database.IsSqlServer()) return $"{insert} ON CONFLICT ({string.Join(", ", key.Select(Name))}) DO UPDATE SET {add}";

        // A range lock on a row that is not there yet makes two first writers take turns instead of both inserting.
        var mine = string.Join(" AND ", key.Select((column, i) => $"{Name(column)} = {Slot(i)}"));
        return $"UPDATE \"{table}\" WITH (UPDLOCK, SERIALIZABLE) SET {add} WHERE {mine}; IF @@ROWCOUNT = 0 {insert}";
    }

    private static string Name(string column) => $"\"{column}\"";

    private static string Slot(int number) => $"{{{number}}}";
}
