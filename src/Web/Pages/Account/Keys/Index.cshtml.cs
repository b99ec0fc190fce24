using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Account.Keys;

public sealed class IndexModel(AppDbContext db, ApiKeys keys, CurrentUser me, TimeProvider clock) : PageModel
{
    // Those that are over are shown for a while, so that their person sees what became of them.
    private const int MostRows = 100;

    public IReadOnlyList<KeyRow> Rows { get; private set; } = [];
    public int Live => Rows.Count(r => r.State == KeyState.Live);
    public int Most => keys.Most;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var mine = await db.ApiKeys.AsNoTracking().OwnedBy(me.Id).OrderByDescending(k => k.CreatedAt).Take(MostRows).ToListAsync(cancel);
        Rows = [.. mine.Select(k => new KeyRow(k, StateOf(k, now))).OrderBy(r => r.State)];
    }

    private static KeyState StateOf(ApiKey key, DateTime now) => key.IsLive(now) ? KeyState.Live : key.RevokedAt is null ? KeyState.Expired : KeyState.Revoked;
}

public sealed record KeyRow(ApiKey Key, KeyState State);

public enum KeyState
{
    Live,
    Expired,
    Revoked,
}
