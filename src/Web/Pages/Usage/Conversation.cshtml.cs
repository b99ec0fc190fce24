using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage;

/// <summary>What one conversation used, in all and call by call. It stays to be read when the conversation is gone.</summary>
public sealed class ConversationModel(AppDbContext db, MyWallet wallets, UsageLog log, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    public Guid Id { get; private set; }
    public string Title { get; private set; } = "";
    public bool IsThere { get; private set; }
    public UsageSum Sum { get; private set; } = UsageSum.None;
    public UsageLogPage? Entries { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? before, CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        if (await db.ConversationUsageAsync(account, me.Id, id, cancel) is not { } usage || !UsageQuery.TryPlace(before, out var seq)) return NotFound();

        (Id, Sum, IsThere) = (id, usage.Sum, usage.Title.Length > 0);
        Title = IsThere ? usage.Title : text["Usage.Conversation.Gone"];
        Entries = await log.ReadAsync(new UsageFilter(ConversationId: id), seq, UsageLog.PageSize, cancel);
        return Page();
    }
}
