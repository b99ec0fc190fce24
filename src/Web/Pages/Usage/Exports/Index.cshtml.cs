using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Exports;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage.Exports;

/// <summary>A selection of usage as a file.</summary>
public sealed class IndexModel(MyExports exports, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public UsageQuery Query { get; set; } = new();

    public IReadOnlyList<Export> Exports { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Query.Read() is null) return await RefuseAsync(cancel);

        Exports = await exports.ListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? format, CancellationToken cancel)
    {
        if (Query.Read() is not { } filter || MyExports.FormatOf(format) is not { } known) return await RefuseAsync(cancel);
        if (!await exports.KnowsAsync(filter, cancel)) return NotFound();

        if (await exports.AskAsync(Query, filter, known, cancel) is { } id) return RedirectToPage("/Usage/Exports/Show", new { id });
        return LocalRedirect($"/usage/export/file{QueryString.Create(Query.ToRoute()!).Add("format", format!)}");
    }

    private async Task<IActionResult> RefuseAsync(CancellationToken cancel)
    {
        ModelState.AddModelError("", text["Errors.Usage.Filter"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        Exports = await exports.ListAsync(cancel);
        return Page();
    }
}
