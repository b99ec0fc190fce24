using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

public sealed class ContinuationModel(AppDbContext db, Conversing conversing, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    public TurnProblem Problem { get; private set; } = null!;

    public IActionResult OnGet() => Redirect($"/chat/{Id}");

    public async Task<IActionResult> OnPostAsync([FromForm] string? model, [FromForm] Guid? clientId, CancellationToken cancel)
    {
        if (current.Id is not { } userId) return NotFound();

        var (asked, problem) = await conversing.TryAsync(new Turn(TurnKind.GoOn, Id, clientId ?? Guid.NewGuid(), model, MessageId), cancel);
        if (asked is not null) return await this.ThreadAsync(db, Id, userId, cancel);
        if (problem is null) return NotFound();

        Problem = problem;
        return this.RefusedInPlace(problem);
    }
}
