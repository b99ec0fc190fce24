using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Chats;

/// <summary>A page that asks for another answer at an answer that is there, with nothing new said, and shows the branch that it begins.</summary>
public abstract class AnotherAnswerPage(TurnKind kind, AppDbContext db, Conversing conversing, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    public TurnProblem? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Input.Model")] string? model, [FromForm] Guid? clientId, CancellationToken cancel)
    {
        if (current.Id is not { } userId) return NotFound();

        var (asked, problem) = await conversing.TryAsync(new Turn(kind, Id, clientId ?? Guid.NewGuid(), model, MessageId), cancel);
        if (asked is not null) return await this.ThreadAsync(db, Id, userId, cancel);
        if (problem is null) return NotFound();

        Problem = problem;
        await PrepareAsync(cancel);
        return this.RefusedInPlace(problem);
    }

    /// <summary>Reads what the page shows beside the problem.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancel) => Task.CompletedTask;

    protected async Task<bool> IsTheirsAsync(CancellationToken cancel) =>
        current.Id is { } userId && await db.Messages.In(Id).OwnedBy(db.Conversations, userId).AnyAsync(m => m.Id == MessageId, cancel);
}
