using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Refunds;

public sealed class NewModel(Refunding refunding, CurrentUser me, IStringLocalizer<Text> text, ILogger<NewModel> log) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RefundForm Input { get; set; } = new();

    public PaidSum Paid { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();

        var sum = TypedNumbers.Amount(Input.Amount) is { } major ? Money.Of(major, Paid.Amount.Currency) : null;
        if (sum?.Minor is not > 0 || Input.ClientId == Guid.Empty) ModelState.AddModelError("Input.Amount", text["Errors.Refunds.Amount"]);
        if (!ModelState.IsValid || sum is not { } back) return Page();

        try
        {
            var ordered = await refunding.OrderAsync(new RefundWish(Input.ClientId, Id, back.Minor) { EndsPlan = Input.EndsPlan }, Input.Reason, AuditActor.User(me.Id), cancel);
            if (!ordered)
            {
                ModelState.AddModelError("Input.Amount", text["Errors.Refunds.TooMuch"]);
                return Page();
            }

            this.Toast(text["Admin.Refunds.Ordered"]);
        }
        catch (PaymentGatewayException e)
        {
            log.LogError(e, "Refund {Refund} was not heard of: {Fault} {Code}; it is asked for again", Input.ClientId, e.Fault, e.Code);
            this.Toast(text["Admin.Refunds.Unheard"], ToastKind.Info);
        }

        return Redirect(Paid.OrderId is null ? $"/admin/invoices/{Id}" : $"/admin/payments/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancel) => await refunding.FindAsync(Id, cancel) is { } found && (Paid = found) is not null;
}
