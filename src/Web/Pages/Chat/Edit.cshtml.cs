using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>A question put differently: the old one and what followed it stay, one page back.</summary>
public sealed class EditModel(AppDbContext db, Conversing conversing, CurrentAsker current) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MessageId { get; set; }

    [BindProperty]
    public TurnInput Input { get; set; } = new();

    public TurnProblem? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (current.Id is not { } userId || await db.MessageAsync(Id, MessageId, userId, cancel) is not { Facts.Role: ChatRole.User } message) return NotFound();

        Input = new() { Text = message.Facts.Text, ClientId = Guid.NewGuid() };
        return Request.IsHtmx() ? Partial("_Edit", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (current.Id is not { } userId) return NotFound();
        if (this.ProblemOfInput() is { } wrong) return Refused(wrong);

        var (asked, problem) = await conversing.TryAsync(new Turn(TurnKind.Edit, Id, Input.ClientId, Input.Model, MessageId, Input.Text), cancel);
        if (asked is not null) return await this.ThreadAsync(db, Id, userId, cancel);
        return problem is null ? NotFound() : Refused(problem);
    }

    private IActionResult Refused(TurnProblem problem)
    {
        (Problem, Response.StatusCode) = (problem, problem.Status);
        if (!Request.IsHtmx()) return Page();

        Response.Headers["HX-Retarget"] = $"#m-{MessageId}";
        Response.Headers["HX-Reswap"] = "outerHTML";
        return Partial("_Edit", this);
    }
}
