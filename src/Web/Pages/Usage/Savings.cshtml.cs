using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage;

/// <summary>What could have been cheaper, from a person's own latest calls.</summary>
public sealed class SavingsModel(AppDbContext db, MyWallet wallets, MyUsage usage, OfferedModels models, TimeProvider clock) : PageModel
{
    public const int Days = 30;

    // Bounds the work, however much somebody asks.
    private const int Most = 2_000;

    public int Looked { get; private set; }
    public IReadOnlyList<Saving> Savings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        var calls = await db.UsageRecords.Of(account, new UsageFilter(From: usage.Today.AddDays(-Days))).NewestBefore(null, Most).ToListAsync(cancel);
        (Looked, Savings) = (calls.Count, SavingsAdvice.Of(calls, models.Now, clock.UtcNow()));
    }

    public string NameOf(string? key) => models.NameOf(key ?? "");
}
