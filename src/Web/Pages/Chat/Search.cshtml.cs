using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Asked by htmx, it answers the dialog with what was found.</summary>
[Needs(Feature.Search)]
public sealed class SearchModel(AppDbContext db, ChatSearch search, CurrentAsker current, Preferences preferences, IStringLocalizer<Text> text) : PageModel
{
    public SearchForm Form { get; private set; } = SearchForm.Nothing;
    public SearchHits Hits { get; private set; } = SearchHits.None;
    public IReadOnlyList<string> Models { get; private set; } = [];

    // A stranger has no conversations.
    private Guid Me => current.Id ?? Guid.Empty;

    public async Task<IActionResult> OnGetAsync(string? q, string? from, string? to, string? model, long? before, CancellationToken cancel)
    {
        Models = await db.Conversations.OwnedBy(Me).Select(c => c.ModelKey).Where(k => k != "").Distinct().OrderBy(k => k).ToListAsync(cancel);
        if (!ModelState.IsValid || SearchForm.Read(q, from, to, model, before) is not { } form)
        {
            ModelState.AddModelError("", text["Errors.Search.Days"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Form = form;
        if (form.QueryIn(preferences.Zone) is { } query) Hits = new(query.Phrase, await search.FindAsync(Me, query, cancel));
        return Request.IsHtmx() ? Partial("_Hits", Hits) : Page();
    }
}
