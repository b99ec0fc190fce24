using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Plans;

[Needs(Feature.Purchases)]
public sealed class IndexModel(PlanShelf shelf, Subscribing subscribing, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public PlanQuery Query { get; set; } = new();

    public PlanShelfView View { get; private set; } = null!;
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => View = await shelf.ReadAsync(Query, cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] Input input, CancellationToken cancel)
    {
        if (ModelState.IsValid && input.ClientId != Guid.Empty && Currency.Find(input.Currency ?? "") is { } currency && PlanWords.IntervalOf(input.Interval) is { } interval)
        {
            (Query.Plan, Query.Interval) = (input.Plan, input.Interval);
            var wish = new PlanWish(input.ClientId, input.Plan, interval, currency, input.Seen, CultureInfo.CurrentUICulture.Name);
            var (address, problem) = await subscribing.SubscribeAsync(wish, Query.In(currency, interval, cancelled: true), cancel);
            if (address is not null) return Redirect(address);
            Problem = problem;
        }

        Problem ??= text["Errors.Plans.NotOffered"];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        View = await shelf.ReadAsync(Query, cancel);
        return Page();
    }

    public sealed class Input
    {
        public Guid ClientId { get; set; }
        public string? Plan { get; set; }
        public string? Interval { get; set; }
        public string? Currency { get; set; }

        /// <summary>The price beside the button, in the currency's minor units.</summary>
        public long Seen { get; set; }
    }
}
