using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Exports;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Infrastructure.Exports;

namespace SaaSChat.Web.Pages.Exports;

/// <summary>How far an export is; once it is ready it is fetched by the button, one time.</summary>
public sealed class ShowModel(ChatExports exports, FileStore files, CurrentUser me) : PageModel
{
    [FromRoute(Name = "export")]
    public Guid Id { get; set; }

    public Export Export { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await exports.FindAsync(me.Id, Id, cancel) is not { } export) return NotFound();

        Export = export;
        return Request.IsHtmx() ? Partial("_Export", export) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await exports.FindAsync(me.Id, Id, cancel) is not { State: ExportState.Done } export) return NotFound();

        Response.ContentType = "application/zip";
        Response.ContentLength = export.Bytes;
        Response.Headers.ContentDisposition = "attachment; filename=\"saaschat-chats.zip\"";
        await files.CopyAsync(Id, Response.Body, cancel);
        await files.ForgetAsync(Id, CancellationToken.None);
        return new EmptyResult();
    }
}
