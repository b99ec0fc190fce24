using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

/// <summary>As a person's own deletion: their money is settled first, and nothing of them stays but a tombstone.</summary>
public sealed class DeletionModel(AppDbContext db, AccountDeletion leaving, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    public override bool IsDangerous => true;

    public IReadOnlyList<Forfeit> Forfeits { get; private set; } = [];

    protected override async Task<string> SeeAsync(CancellationToken cancel)
    {
        Forfeits = await Db.ForfeitsOfAsync(Id, Now, cancel);
        return "";
    }

    protected override async Task<ActOutcome> DoAsync(CancellationToken cancel) => await leaving.DeleteAsync(Id, By, Act.Reason, cancel) switch
    {
        Departure.LastAdmin => ActOutcome.LastAdmin,
        Departure.MoneyUnsettled => ActOutcome.MoneyUnsettled,
        _ => ActOutcome.Done,
    };
}
