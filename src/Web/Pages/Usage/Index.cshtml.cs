using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Pages.Usage;

/// <summary>What was used and what it cost, in days of one's own choice.</summary>
public sealed class IndexModel(MyUsage usage, OwnLimits limits, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    public UsageRange Range { get; private set; } = UsageRange.Of(UsagePeriod.Month, usage.Today);
    public UsageReport? Report { get; private set; }
    public UsageForecast? Forecast { get; private set; }
    public IReadOnlyList<ConversationUsage> Conversations { get; private set; } = [];
    public LimitsStanding? Limits { get; private set; }

    public IEnumerable<LimitKind> Limited => LimitKinds.All.Where(kind => Limits?.InForce.Values[kind] is not null);

    public async Task<IActionResult> OnGetAsync(string? range, string? from, string? to, CancellationToken cancel)
    {
        if (UsageRange.Read(range, from, to, usage.Today) is not { } asked)
        {
            ModelState.AddModelError("", text["Errors.Usage.Range"]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Range = asked;
        Report = await usage.ReportAsync(asked, cancel);
        Forecast = await usage.ForecastAsync(cancel);
        Conversations = await usage.TopConversationsAsync(Report.Days, cancel);
        Limits = await limits.ReadAsync(me.Id, cancel);
        return Page();
    }
}
