using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Exports;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage.Exports;

/// <summary>Where a letter's link leads. Opening it fetches nothing, for mail scanners open links too; it works once, for its person.</summary>
public sealed class FetchModel(OneTimeLinks links, MyExports exports, CurrentUser me) : PageModel
{
    public bool IsGood { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancel) =>
        IsGood = (await links.FindAsync(token, LinkPurpose.UsageExport, cancel))?.UserId == me.Id;

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        await OnGetAsync(token, cancel);
        if (!IsGood) return Page();

        var link = await links.UseAsync(token, LinkPurpose.UsageExport, cancel);
        IsGood = false;
        if (!Guid.TryParse(link?.Address, out var id) || await exports.FindAsync(id, cancel) is not { State: ExportState.Done } export) return Page();

        await exports.SendAsync(export, Response, cancel);
        return new EmptyResult();
    }
}
