using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Notices;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Notices;

/// <summary>What a notice says, and where it leads.</summary>
internal static class NoticeWords
{
    public static string Words(this IStringLocalizer<Text> text, Fmt fmt, Notice notice) => notice.Kind switch
    {
        NoticeKind.LimitPassed => text[$"Notices.Limit.{notice.Subject}", Bidi.Isolate(fmt.Percent(notice.Amount / 100m))],
        NoticeKind.LowBalance => text.Count("Notices.LowBalance", notice.Amount, fmt),
        NoticeKind.ExportReady => text["Notices.ExportReady"],
        NoticeKind.Bought => text.Count("Notices.Bought", notice.Amount, fmt),
        NoticeKind.Refunded => text["Notices.Refunded"],
        NoticeKind.CreditsFrozen => text["Notices.CreditsFrozen"],
        NoticeKind.CreditsThawed => text["Notices.CreditsThawed"],
        NoticeKind.PlanChanged => text["Notices.PlanChanged", text[$"Billing.Plan.{notice.Subject}"].Value],
        NoticeKind.PlanPaymentFailed => text["Notices.PlanPaymentFailed", text[$"Billing.Plan.{notice.Subject}"].Value],
        _ => text["Notices.ExportFailed"],
    };

    public static string PathOf(Notice notice) => notice.Kind switch
    {
        NoticeKind.LimitPassed => "/account/limits",
        NoticeKind.LowBalance => "/balance",
        NoticeKind.Bought or NoticeKind.Refunded or NoticeKind.CreditsFrozen or NoticeKind.CreditsThawed => "/billing",
        NoticeKind.PlanChanged or NoticeKind.PlanPaymentFailed => "/billing/plan",
        _ => $"/usage/exports/{notice.Subject}",
    };
}
