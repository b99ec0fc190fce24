using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;

namespace SaaSChat.Web.Chats;

/// <summary>A page that does one thing with a conversation and comes back to the list. A conversation of somebody else is not there.</summary>
public abstract class ConversationPage(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open) : PageModel
{
    protected const string NewChat = "/chat";
    protected const string AllChats = "/chat/all";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>How many conversations the side bar shows, said once for each of its pages.</summary>
    [BindProperty]
    public IReadOnlyList<int>? Shown { get; set; }

    public Conversation Conversation { get; private set; } = null!;
    public ListedChat Row => new(Id, Conversation.Title, Conversation.LastAt, Conversation.IsPinned, IsRunning: false);

    protected Shelf Shelf { get; } = shelf;

    // A stranger has no conversations.
    protected Guid Me => asker.Id ?? Guid.Empty;
    protected bool IsOpen => open.Id == Id || ReturnUrl == $"/chat/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Shows() : NotFound();

    protected virtual IActionResult Shows() => Page();

    protected virtual Task<Conversation?> FindAsync(CancellationToken cancel) => Shelf.FindAsync(Me, Id, cancel);

    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } found) return false;

        Conversation = found;
        return true;
    }

    /// <summary>The list as it is now, in place or on the page that the form stood on.</summary>
    protected async Task<IActionResult> BackAsync(CancellationToken cancel, string? newTitle = null) => Request.IsHtmx()
        ? Partial("_Chats", await chats.FirstAsync(Shown?.DefaultIfEmpty().Max() ?? 0, cancel) with { OpenTitle = newTitle })
        : LocalRedirect(string.IsNullOrEmpty(ReturnUrl) ? AllChats : LocalPaths.OrHome(ReturnUrl));
}
