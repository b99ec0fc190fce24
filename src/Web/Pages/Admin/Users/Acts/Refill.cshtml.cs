using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

public sealed class RefillModel(AppDbContext db, Refills refills, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text) : UserAct(db, clock, me, text)
{
    private RefillSchedule? _set;

    [BindProperty]
    public Form Input { get; set; } = new();

    private long? Amount => TypedNumbers.Whole(Input.Amount) is { } typed and >= 1 and <= CreditAccount.Most ? typed : null;

    private Interval? Every => TypedNumbers.Whole(Input.Count) is { } count ? Interval.Of(count, Input.Unit) : null;

    protected override async Task<string> SeeAsync(CancellationToken cancel)
    {
        _set = await Db.RefillSchedules.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == Row.AccountId, cancel);
        return $"{_set?.Id}";
    }

    protected override void Fill()
    {
        if (_set is { } set) Input = new() { Amount = set.Amount.ToString(CultureInfo.InvariantCulture), Count = set.Every.Count.ToString(CultureInfo.InvariantCulture), Unit = set.Every.Unit };
    }

    protected override void Check()
    {
        if (Input.Way == RefillWay.Off) return;
        if (Amount is null) ModelState.AddModelError("Input.Amount", Words["Errors.Act.Amount"]);
        if (Every is null) ModelState.AddModelError("Input.Count", Words["Errors.Act.Interval"]);
    }

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel)
    {
        var wish = Input.Way == RefillWay.Off ? new RefillWish(null, Interval.Monthly, Act.Seen ?? "") : new RefillWish(Amount, Every!, Act.Seen ?? "");
        return refills.ChangeAsync(RefillOwner.Person(Id, Row.AccountId), wish, Act.Reason, By, cancel);
    }

    public sealed class Form
    {
        [Display(Name = "Admin.Act.Refill.Way")]
        public RefillWay Way { get; set; }

        [Display(Name = "Admin.Act.Refill.Amount")]
        public string? Amount { get; set; }

        [Display(Name = "Admin.Act.Refill.Count")]
        public string? Count { get; set; } = "1";

        [Display(Name = "Admin.Act.Refill.Unit")]
        public IntervalUnit Unit { get; set; } = IntervalUnit.Month;
    }
}

public enum RefillWay
{
    On,
    Off,
}
