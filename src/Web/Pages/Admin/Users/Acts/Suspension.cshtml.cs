using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

/// <summary>Keeps somebody out, or lets them in again: the opposite of what was seen.</summary>
public sealed class SuspensionModel(AppDbContext db, Suspension suspension, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    private const string Active = "Active";

    public override bool IsDangerous => Row.State == Active;

    protected override Task<string> SeeAsync(CancellationToken cancel) => Task.FromResult(Row.State);

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel) => suspension.ChangeAsync(Id, Act.Seen == Active, Act.Reason, By, cancel);
}
