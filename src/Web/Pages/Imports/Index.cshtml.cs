using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Imports;

/// <summary>A file is read and looked through; nothing of it comes in before its person has seen what that would be.</summary>
[Needs(Feature.Import)]
public sealed class IndexModel(ChatImports imports, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>The file, and the form around it.</summary>
    public const long MostSent = ImportReader.MostBytes + (64 * 1024);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return Refused(ImportFault.Nothing);
        if (file.Length > ImportReader.MostBytes) return Refused(ImportFault.TooLarge);

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        var read = await ImportReader.ReadAsync(content.ToArray(), clock.UtcNow(), cancel);
        return read.Fault is { } fault ? Refused(fault) : Redirect($"/imports/{await imports.KeepAsync(me.Id, read.Chats, cancel)}");
    }

    private PageResult Refused(ImportFault fault)
    {
        ModelState.AddModelError("", text[$"Errors.Import.{fault}"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
