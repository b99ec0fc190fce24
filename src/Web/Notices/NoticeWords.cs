using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Notices;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Notices;

/// <summary>What a notice says, and where it leads.</summary>
internal static class NoticeWords
{
    public static string Words(this IStringLocalizer<Text> text, Fmt fmt, PlanNames plans, Notice notice) => notice.Kind switch
    {
        NoticeKind.LimitPassed => text[$"Notices.Limit.{notice.Subject}", Bidi.Isolate(fmt.Percent(notice.Amount / 100m))],
        NoticeKind.LowBalance => text.Count("Notices.LowBalance", notice.Amount, fmt),
        NoticeKind.ExportReady => text[IsOfChats(notice) ? "Notices.ChatsReady" : "Notices.ExportReady"],
        NoticeKind.Refilled => text.Count("Notices.Refilled", notice.Amount, fmt),
        NoticeKind.Bought => text.Count("Notices.Bought", notice.Amount, fmt),
        NoticeKind.Refunded => text["Notices.Refunded"],
        NoticeKind.CreditsFrozen => text["Notices.CreditsFrozen"],
        NoticeKind.CreditsThawed => text["Notices.CreditsThawed"],
        NoticeKind.TopUpDeclined => text["Notices.TopUpDeclined"],
        NoticeKind.TopUpNeedsYou => text["Notices.TopUpNeedsYou"],
        NoticeKind.TopUpOff => text["Notices.TopUpOff"],
        NoticeKind.PlanChanged => text["Notices.PlanChanged", plans.Of(notice.Subject)],
        NoticeKind.PlanPaymentFailed => text["Notices.PlanPaymentFailed", plans.Of(notice.Subject)],
        _ => text["Notices.ExportFailed"],
    };

    public static string PathOf(Notice notice) => notice.Kind switch
    {
        NoticeKind.LimitPassed => "/account/limits",
        NoticeKind.LowBalance or NoticeKind.Refilled => "/balance",
        NoticeKind.ExportReady when IsOfChats(notice) => $"/exports/{notice.Subject}",
        NoticeKind.Bought or NoticeKind.Refunded or NoticeKind.CreditsFrozen or NoticeKind.CreditsThawed => "/billing",
        NoticeKind.TopUpDeclined or NoticeKind.TopUpOff => "/billing/top-up",
        NoticeKind.TopUpNeedsYou => $"/billing/top-up/{notice.Subject}",
        NoticeKind.PlanChanged or NoticeKind.PlanPaymentFailed => "/billing/plan",
        _ => $"/usage/exports/{notice.Subject}",
    };

    private static bool IsOfChats(Notice notice) => notice.Key.StartsWith("chats:", StringComparison.Ordinal);
}
