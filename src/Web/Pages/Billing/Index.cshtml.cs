using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Pages.Billing;

public sealed class IndexModel(MyPayments payments, MyBilling billing, SiteAddress site, IStringLocalizer<Text> text, ILogger<IndexModel> log) : PageModel
{
    private const int MostPages = 1_000;

    public BillingView View { get; private set; } = null!;
    public IReadOnlyList<PaidOrder> Paid { get; private set; } = [];
    public IReadOnlyList<Order> Awaited { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public bool HasOlder { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? older, CancellationToken cancel)
    {
        if (!ModelState.IsValid || older is < 1 or > MostPages) return NotFound();

        Number = older ?? 1;
        var found = await payments.ListAsync(Number, cancel);
        (Paid, HasOlder) = ([.. found.Take(MyPayments.PageSize)], found.Count > MyPayments.PageSize);
        Awaited = await payments.AwaitedAsync(cancel);
        View = await billing.ReadAsync(cancel);
        return Page();
    }

    /// <summary>To the gateway's own pages for cards and papers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            var page = await billing.PortalAsync(new Uri(site.At("/billing")), CultureInfo.CurrentUICulture.Name, cancel);
            return page is null ? RedirectToPage() : Redirect(page.AbsoluteUri);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "The portal was not opened: {Fault} {Code}", e.Fault, e.Code);
            this.Toast(text["Errors.Plans.Gateway"], ToastKind.Danger);
            return RedirectToPage();
        }
    }
}
