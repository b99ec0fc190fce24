using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

public sealed class LimitsModel(AppDbContext db, AdminLimits limits, OwnLimits own, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    private UsageLimit? _set;

    [BindProperty]
    public AdminLimitsForm Input { get; set; } = new();

    public LimitsInForce InForce { get; private set; } = LimitsInForce.Of(LimitValues.None, null, null);

    protected override async Task<string> SeeAsync(CancellationToken cancel)
    {
        _set = await limits.FindAsync(Id, cancel);
        InForce = (await own.ReadAsync(Id, cancel))?.InForce ?? InForce;
        return _set is null ? "" : RowVersions.Written(_set.RowVersion);
    }

    protected override void Fill() => Input = AdminLimitsForm.Of(_set);

    protected override void Check()
    {
        if (Input.Way != LimitsWay.Own) return;
        foreach (var kind in LimitKinds.All.Where(kind => !string.IsNullOrWhiteSpace(Input[kind]) && LimitAmounts.Read(kind, Input[kind]!) is null))
            ModelState.AddModelError($"Input.{kind}", Words[kind.IsCost() ? "Errors.Limits.Dollars" : "Errors.Limits.Tokens"]);
        if (LimitKinds.All.All(kind => string.IsNullOrWhiteSpace(Input[kind]))) ModelState.AddModelError("Input.Way", Words["Errors.Act.NoLimit"]);
    }

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel)
    {
        var values = new LimitValues(Read(LimitKind.DayTokens), Read(LimitKind.MonthTokens), Read(LimitKind.DayCost), Read(LimitKind.MonthCost));
        bool? isOn = Input.Way switch { LimitsWay.Own => true, LimitsWay.Off => false, _ => null };
        return limits.SetAsync(Id, new LimitsWish(isOn, isOn == true ? values : LimitValues.None, RowVersions.Read(Act.Seen)), Act.Reason, By, cancel);
    }

    private long? Read(LimitKind kind) => string.IsNullOrWhiteSpace(Input[kind]) ? null : LimitAmounts.Read(kind, Input[kind]!);
}
