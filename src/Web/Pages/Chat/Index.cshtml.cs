using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>A new conversation: it is there from its first question on.</summary>
public sealed class IndexModel(Conversing conversing, NewChats chats) : PageModel
{
    [BindProperty]
    public TurnInput Input { get; set; } = new();

    public NewChat New { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] string? text, [FromQuery] bool temporary, CancellationToken cancel) =>
        New = await chats.BeginAsync(new TurnInput { Text = text, IsTemporary = temporary }, null, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.ProblemOfInput() is { } wrong) return await RefusedAsync(wrong, cancel);

        var turn = new Turn(TurnKind.Say, null, Input.ClientId, Input.Model, Text: Input.Text, Assistant: Input.Assistant, IsTemporary: Input.IsTemporary);
        var (asked, problem) = await conversing.TryAsync(turn, cancel);
        if (asked is null) return problem is null ? NotFound() : await RefusedAsync(problem, cancel);

        // The whole page comes anew, under the conversation's own address.
        return this.GoTo($"/chat/{asked.ConversationId}");
    }

    private async Task<IActionResult> RefusedAsync(TurnProblem problem, CancellationToken cancel)
    {
        New = await chats.BeginAsync(Input, problem, cancel);
        return this.Refused(New.Composer, problem);
    }
}
