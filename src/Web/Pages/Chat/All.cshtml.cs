using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Chats.Tags;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Asked by htmx, it answers the side bar's list, or the part of it that comes next.</summary>
public sealed class AllModel(MyChats chats, TagShelf shelf, CurrentUser me) : PageModel
{
    public ChatList List { get; private set; } = ChatList.Nobodys;
    public bool IsLater { get; private set; }
    public IReadOnlyList<ListedTag> Tags { get; private set; } = [];
    public ListedTag? Tag { get; private set; }
    public ILookup<Guid, string> TagsOn { get; private set; } = Array.Empty<string>().ToLookup(_ => Guid.Empty);

    public async Task<IActionResult> OnGetAsync(string? after, IReadOnlyList<int>? shown, Guid? tag, CancellationToken cancel)
    {
        var place = ChatPlace.Read(after);
        if (place is null && !string.IsNullOrEmpty(after)) return BadRequest();

        IsLater = place is not null;
        if (!Request.IsHtmx() && me.IsSignedIn) Tags = await shelf.ListAsync(me.Id, cancel);
        Tag = Tags.FirstOrDefault(t => t.Id == tag);
        if (tag is not null && Tag is null) return NotFound();

        var before = shown?.DefaultIfEmpty().Max() ?? 0;
        List = Tag is not null ? await chats.TaggedAsync(Tag.Id, place, cancel) : place is null ? await chats.FirstAsync(before, cancel) : await chats.AfterAsync(place, before, cancel);
        if (Request.IsHtmx()) return Partial(IsLater ? "_ChatGroups" : "_Chats", List);

        TagsOn = await shelf.OnAsync([.. List.Groups.SelectMany(g => g.Rows).Select(r => r.Id)], cancel);
        return Page();
    }
}
