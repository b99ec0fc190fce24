using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Assistants;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Assistants;

/// <summary>Chats that follow the assistant hear what is changed with their next question.</summary>
public sealed class EditModel(AppDbContext db, CurrentUser me, IStringLocalizer<Text> text) : OwnAssistantPage(db, me)
{
    [BindProperty]
    public AssistantForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();

        Db.Entry(Assistant).Property(a => a.RowVersion).OriginalValue = RowVersions.Read(Input.Version);
        Assistant.Change(Input.Read());
        if (!await Db.TrySaveAsync(cancel))
        {
            // Saved again, what is typed takes the place of what somebody saved meanwhile.
            if (await LoadAsync(cancel)) Input.Version = RowVersions.Written(Assistant.RowVersion);
            this.ChangedMeanwhile(text);
            return Page();
        }

        this.Toast(text["Assistants.Saved"]);
        return Redirect("/assistants");
    }

    protected override IActionResult Shows()
    {
        Input = AssistantForm.Of(Assistant);
        return Page();
    }
}
