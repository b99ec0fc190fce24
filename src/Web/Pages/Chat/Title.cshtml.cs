using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Asked by htmx, the form stands in the place of the row of the side bar.</summary>
public sealed class TitleModel(Shelf shelf, MyChats chats, CurrentAsker asker, OpenChat open, IStringLocalizer<Text> text, Fmt fmt)
    : ConversationPage(shelf, chats, asker, open)
{
    [BindProperty]
    public string? Title { get; set; }

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (OneLine.Of(Title ?? "", Conversation.TitleLength + 1) is not { Length: > 0 and <= Conversation.TitleLength } title) return Refused();

        await Shelf.ChangeAsync(Me, Id, (c, _) => c.Rename(title, TitleOrigin.Person), cancel);
        this.Toast(text["Chats.Renamed"]);
        return Request.IsHtmx() ? await BackAsync(cancel, IsOpen ? title : null) : LocalRedirect($"/chat/{Id}");
    }

    protected override IActionResult Shows()
    {
        Title = Conversation.Title;
        return Form();
    }

    private IActionResult Refused()
    {
        Refusal = text["Errors.Chats.Title", fmt.Number(Conversation.TitleLength)];
        Response.Headers["HX-Retarget"] = $"#chat-{Id}";
        return Form();
    }

    private IActionResult Form() => Request.IsHtmx() ? Partial("_Title", this) : Page();
}
