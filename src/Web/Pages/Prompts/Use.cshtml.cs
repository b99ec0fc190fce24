using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Prompts;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Prompts;
using SaaSChat.Web.Chats;
using SaaSChat.Web.Prompts;

namespace SaaSChat.Web.Pages.Prompts;

/// <summary>Asks for what is to be filled in, then puts the text into the composer: of the chat that is open, or of a new one.</summary>
public sealed class UseModel(AppDbContext db, CurrentUser me, NewChats chats, TimeProvider clock) : OwnPromptPage(db, me)
{
    public NewChat? New { get; private set; }

    public async Task<IActionResult> OnPostAsync([FromForm] IReadOnlyList<string?>? values, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        await Db.Prompts.OwnedBy(Prompt.UserId).Where(p => p.Id == Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.UsedAt, _ => clock.UtcNow()).BumpVersion(Db), cancel);
        var filled = PromptText.Fill(Prompt.Text, Prompt.Variables.Zip(values ?? []).ToDictionary(v => v.First, v => VisibleText.Of(v.Second ?? ""), StringComparer.Ordinal));
        if (Request.IsHtmx()) return Partial("_Filled", filled);

        New = await chats.BeginAsync(new TurnInput { Text = filled }, null, cancel);
        return Page();
    }

    protected override IActionResult Shows() => Request.IsHtmx() ? Partial("_Fill", this) : Page();
}
