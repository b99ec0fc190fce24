using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Chats;

/// <summary>How the pages of a conversation answer: with a piece of it where htmx asks, else with a page.</summary>
public static class TurnResults
{
    /// <summary>The first thing that is wrong with what was sent, or null.</summary>
    public static TurnProblem? ProblemOfInput(this PageModel page)
    {
        if (page.ModelState.IsValid) return null;
        var error = page.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).First(m => m.Length > 0);
        return new(error, StatusCodes.Status422UnprocessableEntity, TurnHelp.None);
    }

    /// <summary>The composer with what was typed and what was wrong, in the place of the one that sent it.</summary>
    public static IActionResult Refused(this PageModel page, Composer composer, TurnProblem problem)
    {
        page.Response.StatusCode = problem.Status;
        if (!page.Request.IsHtmx()) return page.Page();

        page.Response.Headers["HX-Retarget"] = "#composer";
        page.Response.Headers["HX-Reswap"] = "outerHTML";
        return page.Partial("_Composer", composer);
    }

    /// <summary>A toast where the page stays as it is, else a page that says it.</summary>
    public static IActionResult RefusedInPlace(this PageModel page, TurnProblem problem)
    {
        page.Response.StatusCode = problem.Status;
        if (!page.Request.IsHtmx()) return page.Page();

        page.Response.Headers["HX-Reswap"] = "none";
        page.Toast(problem.Text, ToastKind.Danger);
        return new EmptyResult();
    }

    public static IActionResult GoTo(this PageModel page, string address)
    {
        if (!page.Request.IsHtmx()) return new LocalRedirectResult(address);

        page.Response.Headers["HX-Redirect"] = address;
        return new NoContentResult();
    }

    /// <summary>The question and the answer that have just been added.</summary>
    public static Task<IReadOnlyList<ShownMessage>> ExchangeAsync(this AppDbContext db, Asked asked, Guid userId, CancellationToken cancel) =>
        db.MessagesAsync(asked.ConversationId, new[] { asked.QuestionId, asked.AnswerId }.OfType<Guid>(), userId, cancel);

    /// <summary>The branch as it is now, whole: what stood after the message that was changed is on another one.</summary>
    public static async Task<IActionResult> ThreadAsync(this PageModel page, AppDbContext db, Guid conversationId, Guid userId, CancellationToken cancel)
    {
        if (!page.Request.IsHtmx()) return new LocalRedirectResult($"/chat/{conversationId}");

        return await db.ThreadAsync(conversationId, userId, null, cancel) is { } thread ? page.Partial("_Thread", thread) : new NotFoundResult();
    }
}
