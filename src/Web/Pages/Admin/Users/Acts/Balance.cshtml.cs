using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

public sealed class BalanceModel(AppDbContext db, AdminBalance balances, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private long? Amount => TypedNumbers.Whole(Input.Amount);

    protected override Task<string> SeeAsync(CancellationToken cancel) => Task.FromResult(FormattableString.Invariant($"{Math.Max(0, Row.Balance)}"));

    protected override void Check()
    {
        var isSum = Amount is { } typed && Int128.Abs(typed) <= CreditAccount.Most && (Input.Way == BalanceWay.Set ? typed >= 0 : typed != 0);
        if (!isSum) ModelState.AddModelError("Input.Amount", Words["Errors.Act.Amount"]);
    }

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel) => balances.ChangeAsync(
        Id, new BalanceWish(Act.ClientId, Input.Way == BalanceWay.Change, Amount!.Value, TypedNumbers.Whole(Act.Seen) ?? -1), Act.Reason, By, cancel);

    public sealed class Form
    {
        [Display(Name = "Admin.Act.Balance.Way")]
        public BalanceWay Way { get; set; }

        [Display(Name = "Admin.Act.Balance.Amount")]
        [Required(ErrorMessage = "Errors.Required"), StringLength(30, ErrorMessage = "Errors.TooLong")]
        public string Amount { get; set; } = "";
    }
}

public enum BalanceWay
{
    /// <summary>So much more; below zero, less.</summary>
    Change,
    Set,
}
