using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Chats.Sharing;

namespace SaaSChat.Web.Pages.Shares;

public sealed class IndexModel(Infrastructure.Chats.Sharing.Shares shares, CurrentUser me) : PageModel
{
    /// <summary>With the token of the link; null where the site has taken it down.</summary>
    public IReadOnlyList<(Share Share, string? Token)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = [.. (await shares.OfPersonAsync(me.Id, cancel)).Select(s => (s, s.TakenDownAt is null ? shares.TokenOf(s) : null))];
}
