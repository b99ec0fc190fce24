using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Users.Acts;

public sealed class PlanModel(AppDbContext db, PlanGiving giving, OfferedPlans plans, TimeProvider clock, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : UserAct(db, clock, me, text)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<PlanOffer> Plans { get; } = [.. plans.All.Where(p => p.Key != PlanCatalogue.GuestKey)];

    private long? Months => TypedNumbers.Whole(Input.Months);

    protected override Task<string> SeeAsync(CancellationToken cancel) => Task.FromResult(Row.Plan ?? "");

    protected override void Fill() => Input.Plan = Row.Plan ?? "";

    protected override void Check()
    {
        if (Plans.All(p => p.Key != Input.Plan)) ModelState.AddModelError("Input.Plan", Words["Errors.Act.NoPlan"]);
        if (Months is not (>= 1 and <= PlanGift.MostMonths)) ModelState.AddModelError("Input.Months", Words["Errors.Act.Months", fmt.Number(PlanGift.MostMonths)]);
    }

    protected override Task<ActOutcome> DoAsync(CancellationToken cancel) =>
        giving.GiveAsync(Id, new PlanGift(Act.ClientId, Input.Plan, (int)Months!.Value, Act.Seen ?? ""), Act.Reason, By, cancel);

    public sealed class Form
    {
        [Display(Name = "Admin.Users.Plan")]
        public string Plan { get; set; } = "";

        [Display(Name = "Admin.Act.Plan.Months")]
        public string? Months { get; set; } = "1";
    }
}
