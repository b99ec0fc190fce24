using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Models;

/// <summary>The models in the order in which people see them.</summary>
public sealed class IndexModel(ModelKeeping keeping, ModelAnswers answers, CurrentUser me, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public DateTime Now { get; } = clock.UtcNow();
    public IReadOnlyList<ChatModel> Models { get; private set; } = [];

    public bool IsConnected(ChatModel model) => answers.IsConnected(model);

    public async Task OnGetAsync(CancellationToken cancel) => Models = await keeping.AllAsync(cancel);

    /// <summary>One place up or down.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? key, [FromForm] bool up, CancellationToken cancel)
    {
        if (key is null || !await keeping.MoveAsync(key, up, AuditActor.User(me.Id), cancel)) return NotFound();

        return RedirectToPage(pageName: null, pageHandler: null, routeValues: null, fragment: $"model-{key}");
    }

    public async Task<IActionResult> OnPostSwitchAsync([FromForm] string? key, [FromForm] bool on, CancellationToken cancel)
    {
        var outcome = await keeping.SwitchAsync(key ?? "", on, AuditActor.User(me.Id), cancel);
        if (outcome == SwitchOutcome.NotFound) return NotFound();

        this.Toast(text[outcome == SwitchOutcome.Done ? on ? "Admin.Models.SwitchedOn" : "Admin.Models.SwitchedOff" : $"Errors.Models.Switch.{outcome}"], outcome == SwitchOutcome.Done ? ToastKind.Success : ToastKind.Danger);
        return RedirectToPage(pageName: null, pageHandler: null, routeValues: null, fragment: $"model-{key}");
    }
}
