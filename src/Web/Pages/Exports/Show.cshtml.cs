using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Chats.Moving;

namespace SaaSChat.Web.Pages.Exports;

/// <summary>How far an export is; once it is ready it is fetched by the button, one time.</summary>
public sealed class ShowModel(ChatExports exports, CurrentUser me) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ChatExport Export { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await exports.FindAsync(me.Id, Id, cancel) is not { } export) return NotFound();

        Export = export;
        return Request.IsHtmx() ? Partial("_Export", export) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await exports.FindAsync(me.Id, Id, cancel) is not { State: ChatExportState.Ready } export) return NotFound();

        Response.ContentType = "application/zip";
        Response.ContentLength = export.Bytes;
        Response.Headers.ContentDisposition = "attachment; filename=\"saaschat-chats.zip\"";
        await foreach (var part in exports.ReadAsync(Id, cancel)) await Response.Body.WriteAsync(part, cancel);
        await exports.ForgetAsync(Id, CancellationToken.None);
        return new EmptyResult();
    }
}
