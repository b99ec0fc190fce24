using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Infrastructure.Chats.Tags;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Tags;

public sealed class NameModel(TagShelf shelf, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(me.Id, Id, cancel) is not { } tag) return NotFound();

        Name = tag.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await shelf.FindAsync(me.Id, Id, cancel) is null) return NotFound();
        if (Tag.Clean(Name) is not { } name) return Refused(text["Errors.Tags.Name", fmt.Number(Tag.NameLength)]);
        if (!await shelf.RenameAsync(me.Id, Id, name, cancel)) return Refused(text["Errors.Tags.Taken"]);

        this.Toast(text["Chats.Renamed"]);
        return Redirect("/tags");
    }

    private PageResult Refused(string why)
    {
        ModelState.AddModelError("", why);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
