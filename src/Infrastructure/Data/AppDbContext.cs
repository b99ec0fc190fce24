using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Jobs;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.News;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Prompts;
using SaaSChat.Domain.Security;
using SaaSChat.Domain.Settings;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data;

/// <summary>The database. This type itself carries the SQL Server migrations; <see cref="SqliteAppDbContext"/> carries SQLite's.</summary>
public class AppDbContext(DbContextOptions options) : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>EF reads its answer to this from an assembly's name, each time anew: that took a fiftieth of a charge.</summary>
    public virtual bool IsOnSqlServer => true;

    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();
    public DbSet<TermsAcceptance> TermsAcceptances => Set<TermsAcceptance>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<InvitationUse> InvitationUses => Set<InvitationUse>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<CreditAccount> CreditAccounts => Set<CreditAccount>();
    public DbSet<CreditGrant> CreditGrants => Set<CreditGrant>();
    public DbSet<CreditHold> CreditHolds => Set<CreditHold>();
    public DbSet<CreditEntry> CreditEntries => Set<CreditEntry>();
    public DbSet<GrantDay> GrantDays => Set<GrantDay>();
    public DbSet<BulkGrant> BulkGrants => Set<BulkGrant>();
    public DbSet<BulkGrantPerson> BulkGrantPeople => Set<BulkGrantPerson>();
    public DbSet<Allowance> Allowances => Set<Allowance>();
    public DbSet<RefillSchedule> RefillSchedules => Set<RefillSchedule>();
    public DbSet<Visitor> Visitors => Set<Visitor>();
    public DbSet<NetworkKey> NetworkKeys => Set<NetworkKey>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<PersonNote> PersonNotes => Set<PersonNote>();
    public DbSet<AuditNote> AuditNotes => Set<AuditNote>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<ChangeNotice> ChangeNotices => Set<ChangeNotice>();
    public DbSet<ChatModel> ChatModels => Set<ChatModel>();
    public DbSet<ModelPrice> ModelPrices => Set<ModelPrice>();
    public DbSet<ModelRate> ModelRates => Set<ModelRate>();
    public DbSet<OpenCall> OpenCalls => Set<OpenCall>();
    public DbSet<UsageRecord> UsageRecords => Set<UsageRecord>();
    public DbSet<UsagePart> UsageParts => Set<UsagePart>();
    public DbSet<UsageDay> UsageDays => Set<UsageDay>();
    public DbSet<PlatformDay> PlatformDays => Set<PlatformDay>();
    public DbSet<CallDay> CallDays => Set<CallDay>();
    public DbSet<PriceReplay> PriceReplays => Set<PriceReplay>();
    public DbSet<UsageLimit> UsageLimits => Set<UsageLimit>();
    public DbSet<LimitPeriod> LimitPeriods => Set<LimitPeriod>();
    public DbSet<UsageAlert> UsageAlerts => Set<UsageAlert>();
    public DbSet<Export> Exports => Set<Export>();
    public DbSet<ExportPart> ExportParts => Set<ExportPart>();
    public DbSet<AlertWish> AlertWishes => Set<AlertWish>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<IndexedMessage> IndexedMessages => Set<IndexedMessage>();
    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();
    public DbSet<Share> Shares => Set<Share>();
    public DbSet<ShareReport> ShareReports => Set<ShareReport>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<ConversationTag> ConversationTags => Set<ConversationTag>();
    public DbSet<ChatImport> ChatImports => Set<ChatImport>();
    public DbSet<Assistant> Assistants => Set<Assistant>();
    public DbSet<OwnInstructions> OwnInstructions => Set<OwnInstructions>();
    public DbSet<Prompt> Prompts => Set<Prompt>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<Refund> Refunds => Set<Refund>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<RevenueDay> RevenueDays => Set<RevenueDay>();
    public DbSet<GatewayCustomer> GatewayCustomers => Set<GatewayCustomer>();
    public DbSet<GatewayCursor> GatewayCursors => Set<GatewayCursor>();
    public DbSet<PaymentEvent> PaymentEvents => Set<PaymentEvent>();
    public DbSet<PromoCode> PromoCodes => Set<PromoCode>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobPause> JobPauses => Set<JobPause>();
    public DbSet<ProviderHealth> ProviderHealth => Set<ProviderHealth>();
    public DbSet<ProviderKey> ProviderKeys => Set<ProviderKey>();
    public DbSet<ProviderKeyDay> ProviderKeyDays => Set<ProviderKeyDay>();
    public DbSet<ProviderKeyHealth> ProviderKeyHealth => Set<ProviderKeyHealth>();
    public DbSet<MailRefusal> MailRefusals => Set<MailRefusal>();
    public DbSet<TokenPackage> TokenPackages => Set<TokenPackage>();
    public DbSet<AutoTopUp> AutoTopUps => Set<AutoTopUp>();
    public DbSet<TopUp> TopUps => Set<TopUp>();
    public DbSet<TopUpConsent> TopUpConsents => Set<TopUpConsent>();
    public DbSet<OutboxMail> OutboxMails => Set<OutboxMail>();
    public DbSet<Announcement> Announcements => Set<Announcement>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<IncidentUpdate> IncidentUpdates => Set<IncidentUpdate>();
    public DbSet<Ban> Bans => Set<Ban>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        configurationBuilder.Properties<Margin>().HaveConversion<MarginConverter>();
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        builder.UseProviderRules(IsOnSqlServer);
    }
}
