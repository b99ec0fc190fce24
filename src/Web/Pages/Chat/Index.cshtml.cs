using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>A new conversation: it is there from its first question on.</summary>
public sealed class IndexModel(Conversing conversing, ModelChoices models) : PageModel
{
    [BindProperty]
    public TurnInput Input { get; set; } = new();

    public Composer Composer { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? text, CancellationToken cancel) => Composer = await ComposerAsync(text, null, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.ProblemOfInput() is { } wrong) return await RefusedAsync(wrong, cancel);

        var (asked, problem) = await conversing.TryAsync(new Turn(TurnKind.Say, null, Input.ClientId, Input.Model, Text: Input.Text), cancel);
        if (asked is null) return problem is null ? NotFound() : await RefusedAsync(problem, cancel);

        // The whole page comes anew, under the conversation's own address.
        return this.GoTo($"/chat/{asked.ConversationId}");
    }

    private async Task<IActionResult> RefusedAsync(TurnProblem problem, CancellationToken cancel)
    {
        Composer = await ComposerAsync(Input.Text, problem, cancel);
        return this.Refused(Composer, problem);
    }

    private async Task<Composer> ComposerAsync(string? typed, TurnProblem? problem, CancellationToken cancel) =>
        new(null, await models.ForAsync(Input.Model, cancel), typed ?? "", problem);
}
