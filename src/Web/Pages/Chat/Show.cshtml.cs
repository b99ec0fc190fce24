using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

public sealed class ShowModel(AppDbContext db, Conversing conversing, CurrentAsker current, ModelChoices models, NewChats chats, BranchChoice branches) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TurnInput Input { get; set; } = new();

    public ChatThread Thread { get; private set; } = null!;
    public Assistant? Assistant { get; private set; }
    public Composer Composer { get; private set; } = null!;

    /// <param name="m">The message that is looked for: the branch in which it stands is shown from there on.</param>
    /// <param name="cancel">Whoever asked has gone.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? m, CancellationToken cancel)
    {
        if (m is { } message && current.Id is { } me) await branches.TurnToAsync(me, Id, message, cancel);
        return await LoadAsync(null, null, cancel, m) ? Page() : NotFound();
    }

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

    private async Task<bool> LoadAsync(string? typed, TurnProblem? problem, CancellationToken cancel, Guid? with = null)
    {
        if (await current.FindAsync(cancel) is not { } asker || await db.ThreadAsync(Id, asker.UserId, null, cancel, with) is not { } thread) return false;

        Thread = thread;
        Assistant = await chats.FollowedByAsync(thread.Conversation, cancel);
        Composer = new(Id, await models.ForAsync(Input.Model ?? thread.Conversation.ModelKey, cancel), typed ?? "", problem);
        return true;
    }
}
