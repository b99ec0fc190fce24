using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users;

/// <summary>Something that is done about a person, with a reason, as long as it still is what was seen.</summary>
public abstract class UserAct(AppDbContext db, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserPage(db, clock)
{
    [BindProperty]
    public ActForm Act { get; set; } = new();

    /// <summary>By which its texts are found.</summary>
    public string Name => GetType().Name[..^"Model".Length];

    /// <summary>Whether there is nothing to be done, such as for somebody who is confirmed already.</summary>
    public virtual bool IsIdle => false;

    public virtual bool IsDangerous => false;

    protected AuditActor By => AuditActor.User(me.Id);

    protected IStringLocalizer<Text> Words => text;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Row.DeletedAt is not null) return NotFound();

        Act.Seen = await SeeAsync(cancel);
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Row.DeletedAt is not null) return NotFound();

        var now = await SeeAsync(cancel);
        Check();
        if (!ModelState.IsValid) return Page();
        if (await DoAsync(cancel) is var outcome && outcome == ActOutcome.Done)
        {
            this.Toast(text[$"Admin.Act.{Name}.Done"]);
            return Redirect($"/admin/users/{Id}");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        ModelState.AddModelError("", text[$"Errors.Act.{outcome}"]);
        Act.Seen = now;
        return Page();
    }

    /// <summary>What is now, as the form carries it.</summary>
    protected abstract Task<string> SeeAsync(CancellationToken cancel);

    /// <summary>What stands in the fields before anything was typed.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>Says what is wrong with what was typed.</summary>
    protected virtual void Check()
    {
    }

    protected abstract Task<ActOutcome> DoAsync(CancellationToken cancel);
}

public sealed class ActForm
{
    /// <summary>Pressing twice is one act.</summary>
    public Guid ClientId { get; set; } = Guid.NewGuid();

    public string? Seen { get; set; }

    [Display(Name = "Admin.Act.Reason")]
    [Required(ErrorMessage = "Errors.Required"), StringLength(500, ErrorMessage = "Errors.TooLong")]
    public string Reason { get; set; } = "";
}
