using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats.Tags;

namespace SaaSChat.Web.Pages.Tags;

public sealed class IndexModel(TagShelf shelf, CurrentUser me) : PageModel
{
    public IReadOnlyList<ListedTag> Tags { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Tags = await shelf.ListAsync(me.Id, cancel);
}
