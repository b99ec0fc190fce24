using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Billing.Plan;

/// <summary>What another plan would cost and when it would begin; and the change, once that was seen.</summary>
public sealed class ChangeModel(PlanMove move, IStringLocalizer<Text> text) : PageModel
{
    public Subscription? Subscription { get; private set; }
    public PlanPreview? Preview { get; private set; }
    public string? Problem { get; private set; }

    public async Task OnGetAsync(string? plan, string? interval, CancellationToken cancel) => await LoadAsync(plan, interval, cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] Input input, CancellationToken cancel)
    {
        if (ModelState.IsValid && PlanWords.IntervalOf(input.Interval) is { } interval)
        {
            var (toast, problem) = await move.ChangeAsync(new PlanChangeWish(input.Plan, interval, input.Seen, input.Due), cancel);
            if (toast is not null)
            {
                this.Toast(toast);
                return Redirect("/billing/plan");
            }

            Problem = problem;
        }

        var said = Problem ?? text["Errors.Plans.NotOffered"];
        await LoadAsync(input.Plan, input.Interval, cancel);
        Problem = said;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task LoadAsync(string? plan, string? interval, CancellationToken cancel) =>
        (Subscription, Preview, Problem) = await move.PreviewAsync(plan, PlanWords.IntervalOf(interval), cancel);

    public sealed class Input
    {
        public string? Plan { get; set; }
        public string? Interval { get; set; }

        /// <summary>The price beside the button, in the currency's minor units.</summary>
        public long Seen { get; set; }

        /// <summary>What was said to be charged at once.</summary>
        public long Due { get; set; }
    }
}
