using SaaSChat.Domain.Billing;

namespace SaaSChat.Web.Billing;

public static class WebhookWords
{
    public static string BadgeOf(PaymentEventState state) => state switch
    {
        PaymentEventState.Applied => "badge-success",
        PaymentEventState.Waiting => "badge-gold",
        PaymentEventState.Refused => "badge-danger",
        _ => "",
    };
}
