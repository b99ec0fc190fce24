using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Simulated;

namespace SaaSChat.Web.Pages.Dev.Checkout;

/// <summary>Where the simulated gateway lets people pay, with a button for each thing that may happen.</summary>
public sealed class ShowModel(SimulatedPeople people) : PageModel
{
    public static readonly IReadOnlyList<CheckoutChoice> Ways = [CheckoutChoice.Pay, CheckoutChoice.Alipay, CheckoutChoice.Later, CheckoutChoice.Decline, CheckoutChoice.Authenticate];
    public static readonly IReadOnlyList<CheckoutChoice> Answers = [CheckoutChoice.Confirm, CheckoutChoice.Refuse];

    public SimulatedCheckout Checkout { get; private set; } = null!;

    public bool IsDeclined { get; private set; }

    public static string KeyOf(CheckoutChoice choice) => choice switch
    {
        CheckoutChoice.Pay => "Dev.Checkout.Pay",
        CheckoutChoice.Alipay => "Dev.Checkout.Alipay",
        CheckoutChoice.Later => "Dev.Checkout.Later",
        CheckoutChoice.Decline => "Dev.Checkout.Decline",
        CheckoutChoice.Authenticate => "Dev.Checkout.Authenticate",
        CheckoutChoice.Confirm => "Dev.Checkout.Confirm",
        _ => "Dev.Checkout.Refuse",
    };

    public IActionResult OnGet(string checkout, bool declined) => Find(checkout, declined) ? Page() : NotFound();

    public IActionResult OnPost(string checkout, [BindRequired] CheckoutChoice choice)
    {
        if (!ModelState.IsValid || !Find(checkout, declined: false)) return NotFound();

        Checkout = choice switch
        {
            CheckoutChoice.Pay => people.Pay(checkout),
            CheckoutChoice.Alipay => people.Pay(checkout, method: "alipay"),
            CheckoutChoice.Later => people.PayLater(checkout),
            CheckoutChoice.Decline => people.Pay(checkout, SimulatedMood.Declines),
            CheckoutChoice.Authenticate => people.Pay(checkout, SimulatedMood.WantsOwner),
            _ => people.Authenticate(checkout, choice == CheckoutChoice.Confirm),
        };
        if (Checkout.Told.State == CheckoutState.Complete) return Redirect(Checkout.Order.Success.AbsoluteUri);
        return RedirectToPage(new { checkout, declined = choice is CheckoutChoice.Decline or CheckoutChoice.Refuse });
    }

    private bool Find(string checkout, bool declined)
    {
        if (people.TryCheckout(checkout) is not { } found) return false;

        (Checkout, IsDeclined) = (found, declined);
        return true;
    }
}

public enum CheckoutChoice
{
    Pay,
    Alipay,
    Later,
    Decline,
    Authenticate,
    Confirm,
    Refuse,
}
