using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

/// <summary>What whoever is signed in has used, in days of theirs.</summary>
public sealed class MyUsage(
    AppDbContext db, MyWallet wallets, OfferedModels models, Preferences preferences, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text)
{
    private const int TopConversations = 5;

    public DateOnly Today => LocalDays.Of(clock.UtcNow(), preferences.Zone);

    public async Task<UsageReport> ReportAsync(UsageRange range, CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        var slices = await db.UsageDays.Of(account, range.Before?.From, range.To).SlicesAsync(cancel);
        return UsageReport.Of(range, slices, await NamesAsync(slices.Select(s => s.KeyId), cancel));
    }

    public async Task<UsageForecast?> ForecastAsync(CancellationToken cancel)
    {
        var wallet = await wallets.MineAsync(cancel);
        var pace = UsageForecast.PaceAt(Today);
        var credits = await db.UsageDays.Of(wallet.AccountId, pace.From, pace.To).CreditsByDayAsync(cancel);
        return UsageForecast.Of(credits, Today, wallet.Balance.Spendable, clock.UtcNow(), wallet.GivenUntil);
    }

    public async Task<IReadOnlyList<ConversationUsage>> TopConversationsAsync(DayRange days, CancellationToken cancel)
    {
        var (account, zone) = ((await wallets.MineAsync(cancel)).AccountId, preferences.Zone);
        return await db.TopConversationsAsync(
            account, me.Id, days, (LocalDays.StartOf(days.From, zone), LocalDays.StartOf(days.To.AddDays(1), zone)), TopConversations, cancel);
    }

    /// <summary>By which these keys, and every model and purpose, are called.</summary>
    public async Task<UsageNames> NamesAsync(IEnumerable<Guid> keys, CancellationToken cancel)
    {
        var ids = keys.Where(id => id != Guid.Empty).Distinct().ToList();
        var labels = ids.Count == 0 ? [] : await db.ApiKeys.AsNoTracking().OwnedBy(me.Id).Where(k => ids.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => k.Label, cancel);
        return new(models.NameOf, source => text[$"Usage.Source.{source}"], KeyName);

        string KeyName(Guid id) => id == Guid.Empty ? text["Usage.Key.None"] : labels.GetValueOrDefault(id) ?? text["Usage.Key.Gone"];
    }
}
