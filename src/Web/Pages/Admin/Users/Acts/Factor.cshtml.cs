using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

/// <summary>For whoever has lost their second factor and their recovery codes.</summary>
public sealed class FactorModel(AppDbContext db, FactorReset factors, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    private bool _isOn;

    public override bool IsIdle => !_isOn;

    public override bool IsDangerous => true;

    protected override async Task<string> SeeAsync(CancellationToken cancel)
    {
        _isOn = await Db.Users.AnyAsync(u => u.Id == Id && u.TwoFactorEnabled, cancel);
        return "";
    }

    protected override async Task<ActOutcome> DoAsync(CancellationToken cancel) =>
        await factors.ResetAsync(Row.Email ?? "", By, Act.Reason, cancel) ? ActOutcome.Done : ActOutcome.Stale;
}
