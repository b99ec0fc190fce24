using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Infrastructure.Exports;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Models.Providers;
using SaaSChat.Infrastructure.Notices;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Every schedule.</summary>
public static class RecurringJobs
{
    public static readonly IReadOnlyList<RecurringJob> All =
    [
        RecurringJob.Of<RefillCreditsJob>("auto-refill", "* * * * *"),
        RecurringJob.Of<ResetQuotasJob>("quota-reset", "* * * * *"),
        RecurringJob.Of<TellAlertsJob>("usage-alerts", "* * * * *"),
        RecurringJob.Of<TellLowBalancesJob>("low-balance", "* * * * *"),
        RecurringJob.Of<SweepHoldsJob>("hold-sweep", "* * * * *"),
        RecurringJob.Of<SweepTopUpsJob>("top-ups", "* * * * *"),
        RecurringJob.Of<SweepEventsJob>("webhook-sweep", "* * * * *"),
        RecurringJob.Of<ReconcileJob>("stripe-reconciliation", "*/10 * * * *"),
        RecurringJob.Of<AuditLedgerJob>("ledger-audit", "30 2 * * *"),
        RecurringJob.Of<SweepOutboxJob>("mail-outbox", "* * * * *"),
        RecurringJob.Of<SweepBulkGrantsJob>("bulk-grants", "* * * * *"),
        RecurringJob.Of<SweepReplaysJob>("price-replays", "* * * * *"),
        RecurringJob.Of<SweepExportsJob>("exports", "* * * * *"),
        RecurringJob.Of<RetentionJob>("retention", "20 * * * *"),
        RecurringJob.Of<ActivatePricesJob>("price-activation", "* * * * *"),
        RecurringJob.Of<ProbeProvidersJob>("provider-probes", "*/5 * * * *"),
        RecurringJob.Of<FinishErasuresJob>("erasure", "40 * * * *"),
        RecurringJob.Of<SweepAnswersJob>("answer-sweep", "* * * * *"),
        RecurringJob.Of<IndexMessagesJob>("message-index", "5,20,35,50 * * * *"),
        RecurringJob.Of<CheckAuditJob>("audit-check", "10 2 * * *"),
    ];

    public static RecurringJob? Find(string id) => All.FirstOrDefault(job => job.Id == id);
}
