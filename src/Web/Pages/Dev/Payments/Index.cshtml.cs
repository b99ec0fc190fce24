using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Billing.Simulated;

namespace SaaSChat.Web.Pages.Dev.Payments;

/// <summary>What merchants, banks and time do, for the simulated gateway: the newest first.</summary>
public sealed class IndexModel(SimulatedBooks books, SimulatedPeople people) : PageModel
{
    public IReadOnlyList<PaymentRow> Rows { get; private set; } = [];

    public static string KeyOf(PaymentAct act) => act switch
    {
        PaymentAct.Refund => "Dev.Payments.Refund",
        PaymentAct.RefundHalf => "Dev.Payments.RefundHalf",
        PaymentAct.Dispute => "Dev.Payments.Dispute",
        PaymentAct.Win => "Dev.Payments.Win",
        PaymentAct.Lose => "Dev.Payments.Lose",
        PaymentAct.Arrive => "Dev.Payments.Arrive",
        PaymentAct.Fail => "Dev.Payments.Fail",
        PaymentAct.Renew => "Dev.Payments.Renew",
        PaymentAct.Decline => "Dev.Payments.Decline",
        PaymentAct.Accept => "Dev.Payments.Accept",
        _ => "Dev.Payments.PayInvoice",
    };

    public void OnGet(string? of) => Rows = books.Read(state => PaymentRow.AllOf(state, of));

    public IActionResult OnPost(string id, [BindRequired] PaymentAct act)
    {
        if (!ModelState.IsValid || books.Read(state => PaymentRow.AllOf(state, null)).All(r => r.Id != id || !r.Acts.Contains(act))) return NotFound();

        switch (act)
        {
            case PaymentAct.Refund: people.Refund(id); break;
            case PaymentAct.RefundHalf: people.Refund(id, books.Read(s => s.Payments[id].Amount.Minor / 2)); break;
            case PaymentAct.Dispute: people.Dispute(id); break;
            case PaymentAct.Win or PaymentAct.Lose: people.Decide(id, act == PaymentAct.Win); break;
            case PaymentAct.Arrive or PaymentAct.Fail: people.Arrive(id, act == PaymentAct.Arrive); break;
            case PaymentAct.Renew: people.Renew(id); break;
            case PaymentAct.Decline or PaymentAct.Accept: people.SetCard(id, act == PaymentAct.Accept ? SimulatedMood.Works : SimulatedMood.Declines); break;
            default: people.PayInvoice(id); break;
        }

        return RedirectToPage();
    }
}
