using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Grants;

public sealed class NewModel(GrantPeople people, BulkGranting granting, Preferences preferences, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public UserQuery Query { get; set; } = new();

    [BindProperty]
    public GrantForm Input { get; set; } = new();

    /// <summary>Before anything is given, whom it is for and what it comes to.</summary>
    public GrantPreview? Preview { get; private set; }

    public IActionResult OnGet() => Query.Read() is null ? BadRequest() : Page();

    public async Task<IActionResult> OnPostAsync([FromForm] bool look, CancellationToken cancel)
    {
        if (Query.Read() is not { } search) return BadRequest();
        if (Input.Read(clock.UtcNow(), preferences.Zone, ModelState, text) is not { } wish) return Page();

        var those = people.Of(search, Input.Addresses);
        if (!look && Input.Seen is { } seen && await granting.OrderAsync(wish, those, seen, Input.Reason, me.Id, cancel) == ActOutcome.Done)
            return Redirect($"/admin/grants/{wish.Id}");

        Preview = await PreviewAsync(wish, those, cancel);
        if (Preview.People is 0 or > BulkGrant.MostPeople) ModelState.AddModelError("Input.Addresses", text["Errors.Grants.Nobody"]);
        else if (!look) ModelState.AddModelError("", text["Errors.Grants.Changed"]);
        if (!ModelState.IsValid && !look) Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Remove("Input.Seen");
        Input.Seen = Preview.People;
        return Page();
    }

    private async Task<GrantPreview> PreviewAsync(BulkGrantWish wish, IQueryable<AppUser> those, CancellationToken cancel) =>
        new(wish, await those.CountAsync(cancel), await people.UnknownAsync(Input.Addresses, cancel));
}

/// <param name="Unknown">Addresses of the list that nobody has.</param>
public sealed record GrantPreview(BulkGrantWish Wish, int People, IReadOnlyList<string> Unknown)
{
    public Int128 Sum => (Int128)Wish.Credits * People;
}
