using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Adds a record to the sums of its day and of the platform's day, and its call to how the day's calls went.</summary>
internal static class Rollups
{
    public static void Add(LockedCredits credits, UsageRecord record, TimeSpan? took, TimeSpan? firstWord)
    {
        DaySumColumn[] sums =
        [
            new(nameof(UsageDay.InputTokens), record.InputTokens), new(nameof(UsageDay.ReadTokens), record.ReadTokens),
            new(nameof(UsageDay.WriteTokens), record.WriteTokens), new(nameof(UsageDay.OutputTokens), record.OutputTokens),
            new(nameof(UsageDay.Cost), record.Cost), new(nameof(UsageDay.Credits), record.Credits), new(nameof(UsageDay.Operations), 1L),
        ];
        DaySumColumn[] day =
        [
            new(nameof(UsageDay.AccountId), record.AccountId), new(nameof(UsageDay.UserId), record.UserId), new(nameof(UsageDay.Day), record.LocalDay),
            new(nameof(UsageDay.ModelKey), record.ModelKey), new(nameof(UsageDay.Source), record.Source.ToString()), new(nameof(UsageDay.KeyId), record.KeyId ?? Guid.Empty),
        ];
        DaySumColumn[] platform =
        [
            new(nameof(PlatformDay.Day), DateOnly.FromDateTime(record.At)), new(nameof(PlatformDay.ModelKey), record.ModelKey),
            new(nameof(PlatformDay.Source), record.Source.ToString()), new(nameof(PlatformDay.Slot), PlatformDay.SlotOf(record.AccountId)),
        ];
        DaySums.Add(credits.Beside, credits.Db, "UsageDays", day, sums);
        DaySums.Add(credits.Beside, credits.Db, "PlatformDays", platform, sums);
        DaySums.Add(credits.Beside, credits.Db, "CallDays", [platform[0], platform[1], new(nameof(CallDay.Slot), CallDay.SlotOf(record.AccountId))], [.. Counts(record.Status, took, firstWord)]);
    }

    /// <summary>A call that was made with a provider's key.</summary>
    public static void AddTo(Guid providerKey, LockedCredits credits, Charge charge)
    {
        DaySumColumn[] day =
        [
            new(nameof(ProviderKeyDay.KeyId), providerKey), new(nameof(ProviderKeyDay.Day), DateOnly.FromDateTime(credits.At)), new(nameof(ProviderKeyDay.Slot), PlatformDay.SlotOf(credits.Account.Id)),
        ];
        DaySums.Add(credits.Beside, credits.Db, "ProviderKeyDays", day, [new(nameof(ProviderKeyDay.Requests), 1L), new(nameof(ProviderKeyDay.Tokens), charge.Tokens), new(nameof(ProviderKeyDay.Cost), charge.Cost)]);
    }

    private static IEnumerable<DaySumColumn> Counts(UsageStatus status, TimeSpan? took, TimeSpan? firstWord)
    {
        yield return new(nameof(CallDay.Calls), 1L);
        if (status == UsageStatus.Failed)
        {
            yield return new(nameof(CallDay.Failed), 1L);
            yield break;
        }

        // An answer that broke off says nothing of how long answers take.
        if (took is { } whole) yield return new(CallDayColumns.Took(Latency.PlaceOf(whole)), 1L);
        if (firstWord is { } first) yield return new(CallDayColumns.First(Latency.PlaceOf(first)), 1L);
    }
}
