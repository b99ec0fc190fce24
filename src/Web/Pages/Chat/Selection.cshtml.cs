using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Chats.Tags;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Does one thing with every conversation that was ticked. Nobody is asked whether they are sure: what was deleted is taken back by the news of it.</summary>
public sealed class SelectionModel(Shelf shelf, TagShelf tags, CurrentAsker asker, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public IReadOnlyList<Guid> Ids { get; set; } = [];

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Tag { get; set; }

    [BindProperty]
    public Guid? TagId { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (asker.Id is not { } owner || Ids.Count is 0 or > Shelf.MostAtOnce) return Refused("Selection.None");

        switch (Act)
        {
            case "archive":
                return Done("Selection.Archived", await shelf.ChangeAsync(owner, Ids, (c, at) => c.Archive(at), cancel));
            case "delete":
                var undo = new ToastAction(text["Chats.Undo"], "/chat/selection/restoration?" + string.Join('&', Ids.Select(i => $"ids={i}")));
                return Done("Selection.Deleted", await shelf.ThrowAwayAsync(owner, Ids, cancel), undo);
            case "untag" when TagId is { } tag:
                return Done("Selection.Untagged", await tags.TakeOffAsync(owner, Ids, tag, cancel));
            case "tag" when me.IsSignedIn:
                if (Domain.Chats.Tags.Tag.Clean(Tag) is not { } name) return Refused("Errors.Tags.Name");
                return await tags.PutAsync(owner, Ids, name, cancel) is { } put ? Done("Selection.Tagged", put) : Refused("Errors.Tags.TooMany");
            default:
                return Refused("Selection.None");
        }
    }

    private RedirectResult Done(string news, int count, ToastAction? undo = null)
    {
        this.ToastNext(new Toast(text.Count(news, count, fmt), ToastKind.Success, undo));
        return Redirect(TagId is { } tag ? $"/chat/all?tag={tag}" : "/chat/all");
    }

    private PageResult Refused(string why)
    {
        Problem = text[why, fmt.Number(Domain.Chats.Tags.Tag.NameLength)];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
