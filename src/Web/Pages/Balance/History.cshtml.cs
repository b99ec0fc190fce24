using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Balance;

public sealed class HistoryModel(AppDbContext db, MyWallet wallets, Preferences preferences, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int ChartDays = 30;

    public HistoryFilter Filter { get; private set; } = HistoryFilter.All;
    public HistoryPage Entries { get; private set; } = HistoryPage.Empty;
    public bool IsNewest { get; private set; } = true;
    public IReadOnlyList<DailyBalance> Days { get; private set; } = [];
    public bool IsFiltered => Filter != HistoryFilter.All;

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? reason, string? before, CancellationToken cancel)
    {
        if (HistoryFilter.Read(from, to, reason) is not { } filter || !TrySeq(before, out var seq))
        {
            ModelState.AddModelError("", text["Errors.History.Filter"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        (Filter, IsNewest) = (filter, seq is null);
        var account = (await wallets.MineAsync(cancel)).AccountId;
        Entries = await HistoryPage.ReadAsync(db, filter.Of(db.CreditEntries, preferences.Zone), account, seq, cancel);
        if (IsNewest) await ReadDaysAsync(account, cancel);
        return Page();
    }

    private async Task ReadDaysAsync(Guid account, CancellationToken cancel)
    {
        var zone = preferences.Zone;
        var last = LocalDays.Of(clock.UtcNow(), zone);
        var first = last.AddDays(1 - ChartDays);
        var points = await db.BalancesAsync(account, LocalDays.StartOf(first, zone), LocalDays.StartOf(last.AddDays(1), zone), cancel);
        if (points.Count > 0) Days = DailyBalance.Of(points, first, last, zone);
    }

    private static bool TrySeq(string? typed, out long? seq)
    {
        seq = long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        return string.IsNullOrEmpty(typed) || seq is not null;
    }
}
