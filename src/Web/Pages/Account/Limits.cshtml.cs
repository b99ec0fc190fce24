using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Account;

public sealed class LimitsModel(OwnLimits limits, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    [BindProperty]
    public LimitsForm Input { get; set; } = new();

    public LimitsStanding Standing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await limits.ReadAsync(me.Id, cancel) is not { } standing) return NotFound();

        (Standing, Input) = (standing, LimitsForm.Of(standing));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await limits.ReadAsync(me.Id, cancel) is not { } standing) return NotFound();

        Standing = standing;
        var values = new LimitValues(Read(LimitKind.DayTokens), Read(LimitKind.MonthTokens), Read(LimitKind.DayCost), Read(LimitKind.MonthCost));
        var warnAt = TypedNumbers.Whole(Input.WarnAt);
        if (warnAt is not (>= UsageLimit.LowestWarning and <= UsageLimit.HighestWarning))
            ModelState.AddModelError("Input.WarnAt", text["Errors.Limits.WarnAt", fmt.Number(UsageLimit.LowestWarning), fmt.Number(UsageLimit.HighestWarning)]);
        if (ModelState.IsValid && !await limits.SetAsync(me.Id, Input.IsOn, values, (int?)warnAt, cancel)) ModelState.AddModelError("", text["Errors.ChangedMeanwhile"]);
        if (!ModelState.IsValid) return Page();

        this.Toast(text["Account.Limits.Saved"]);
        return RedirectToPage();
    }

    // Empty is no limit of one's own; what was given may be lowered, never raised.
    private long? Read(LimitKind kind)
    {
        if (string.IsNullOrWhiteSpace(Input[kind])) return null;

        var (given, typed) = (Standing.InForce.Given[kind], LimitAmounts.Read(kind, Input[kind]!));
        if (typed is null) ModelState.AddModelError($"Input.{kind}", text[kind.IsCost() ? "Errors.Limits.Dollars" : "Errors.Limits.Tokens"]);
        else if (typed > given) ModelState.AddModelError($"Input.{kind}", text["Errors.Limits.OnlyLower", fmt.Limit(kind, given.Value)]);
        return typed;
    }
}
