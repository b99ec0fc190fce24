using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Chats;

namespace SaaSChat.Web.Pages.Chat;

/// <summary>Another answer to the same question, by the model that is chosen for it.</summary>
public sealed class AgainModel(AppDbContext db, Conversing conversing, CurrentAsker current, ModelChoices models) : AnotherAnswerPage(TurnKind.Again, db, conversing, current)
{
    public ModelChoice Choice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await IsTheirsAsync(cancel)) return NotFound();

        Choice = await models.ForAsync(null, cancel);
        return Request.IsHtmx() ? Partial("_AgainBy", this) : Page();
    }

    protected override async Task PrepareAsync(CancellationToken cancel) => Choice = await models.ForAsync(null, cancel);
}
