using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Every schedule.</summary>
internal static class RecurringJobs
{
    public static readonly IReadOnlyList<RecurringJob> All =
    [
        RecurringJob.Of<SweepOutboxJob>("mail-outbox", "* * * * *"),
        RecurringJob.Of<SweepAnswersJob>("answer-sweep", "* * * * *"),
        RecurringJob.Of<SweepHoldsJob>("hold-sweep", "* * * * *"),
        RecurringJob.Of<PostAllowancesJob>("allowances", "* * * * *"),
        RecurringJob.Of<TellAlertsJob>("alerts", "* * * * *"),
        RecurringJob.Of<SweepUsageExportsJob>("usage-exports", "* * * * *"),
        RecurringJob.Of<SweepExportsJob>("export-sweep", "* * * * *"),
        RecurringJob.Of<SweepTopUpsJob>("top-ups", "* * * * *"),
        RecurringJob.Of<SweepEventsJob>("webhook-sweep", "* * * * *"),
        RecurringJob.Of<ReconcileJob>("stripe-reconciliation", "*/10 * * * *"),
        RecurringJob.Of<IndexMessagesJob>("message-index", "5,20,35,50 * * * *"),
        RecurringJob.Of<RetentionJob>("retention", "20 * * * *"),
        RecurringJob.Of<CheckAuditJob>("audit-check", "10 2 * * *"),
        RecurringJob.Of<AuditLedgerJob>("ledger-audit", "30 2 * * *"),
    ];
}
