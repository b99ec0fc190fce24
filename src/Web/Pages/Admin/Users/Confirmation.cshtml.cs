using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users;

/// <summary>Sends somebody the letter again by which they show that the address is theirs.</summary>
public sealed class ConfirmationModel(AppDbContext db, AddressConfirmation confirmation, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    public override bool IsIdle => Row.IsConfirmed;

    protected override Task<string> SeeAsync(CancellationToken cancel) => Task.FromResult("");

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel) => confirmation.SendAgainAsync(Id, Act.Reason, By, cancel);
}
