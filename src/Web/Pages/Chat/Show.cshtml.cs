using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

public sealed class ShowModel(AppDbContext db, Conversing conversing, CurrentAsker current, ModelChoices models) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TurnInput Input { get; set; } = new();

    public ChatThread Thread { get; private set; } = null!;
    public Composer Composer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(null, null, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.ProblemOfInput() is { } wrong) return await RefusedAsync(wrong, cancel);

        var (asked, problem) = await conversing.TryAsync(new Turn(TurnKind.Say, Id, Input.ClientId, Input.Model, Text: Input.Text), cancel);
        if (asked is null) return problem is null ? NotFound() : await RefusedAsync(problem, cancel);
        if (!Request.IsHtmx()) return Redirect($"/chat/{Id}#m-{asked.AnswerId}");

        return Partial("_Exchange", await db.ExchangeAsync(asked, current.Id!.Value, cancel));
    }

    private async Task<IActionResult> RefusedAsync(TurnProblem problem, CancellationToken cancel) =>
        await LoadAsync(Input.Text, problem, cancel) ? this.Refused(Composer, problem) : NotFound();

    private async Task<bool> LoadAsync(string? typed, TurnProblem? problem, CancellationToken cancel)
    {
        if (await current.FindAsync(cancel) is not { } asker || await db.ThreadAsync(Id, asker.UserId, null, cancel) is not { } thread) return false;

        Thread = thread;
        Composer = new(Id, await models.ForAsync(Input.Model ?? thread.Conversation.ModelKey, cancel), typed ?? "", problem);
        return true;
    }
}
