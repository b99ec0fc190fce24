using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage;

/// <summary>Every call, newest first, each opened to the parts of its charge.</summary>
public sealed class LogModel(UsageLog usage, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public UsageQuery Query { get; set; } = new();

    public UsageLogPage? Entries { get; private set; }
    public UsageChoices Choices { get; private set; } = new([], []);
    public bool IsNewest { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(string? before, CancellationToken cancel)
    {
        Choices = await usage.ChoicesAsync(cancel);
        if (Query.Read() is not { } filter || !UsageQuery.TryPlace(before, out var seq))
        {
            ModelState.AddModelError("", text["Errors.Usage.Filter"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        IsNewest = seq is null;
        Entries = await usage.ReadAsync(filter, seq, UsageLog.PageSize, cancel);
        return Entries is null ? NotFound() : Page();
    }
}
