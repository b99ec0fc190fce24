using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Assistants;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Domain.Chats.Tags;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Jobs;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.News;
using SaaSChat.Domain.Prompts;
using SaaSChat.Domain.Security;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Chats.Moving;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.News;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests;

/// <summary>One row of each kind that an address may name, all with the same id, so that a page about one can be asked for.</summary>
public static class ExampleRows
{
    public static readonly Guid Id = new("0f1d2a00-0000-4000-8000-0000000000ee");

    /// <summary>Of what is the house's and not layla's.</summary>
    public static readonly Guid HouseId = new("0f1d2a00-0000-4000-8000-0000000000ef");

    /// <summary>Of a file of conversations, beside one of usage.</summary>
    public static readonly Guid ChatsId = new("0f1d2a00-0000-4000-8000-0000000000ed");

    /// <summary>Under it layla shares an assistant.</summary>
    public const string Link = "exampleexampleexampleexampleexampleexamples";

    /// <summary>The number of the usage record that layla has.</summary>
    public const long Seq = 1;

    public static async Task AddExamplesAsync(this WebApplicationFactory<Program> app)
    {
        if (await app.AskAsync(db => db.Bans.AnyAsync(b => b.Id == Id))) return;

        await app.AddRowsAsync();
        await app.Services.GetRequiredService<CurrentAnnouncements>().LoadAsync(CancellationToken.None);
        await app.AddFilesAndLinksAsync();
        var layla = await app.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync());
        var call = (await app.OpenAsync(new Person(layla, await app.AccountOfAsync(layla)), wanted: 300)).Call!;
        await app.EndAsync(call, Calls.Reported(96, 214));
    }

    private static Task<int> AddRowsAsync(this WebApplicationFactory<Program> app) => app.AskAsync(async db =>
    {
        var ban = Ban.Place(Offender.At(NetworkAddress.Parse("192.0.2.9")!.Value), 100, DateTime.UtcNow, TimeSpan.FromHours(1));
        Add(db, ban);
        var layla = await db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync();
        Add(db, ApiKey.Issue(layla, await db.Accounts.OfPerson(layla).Select(a => a.Id).SingleAsync(), new ApiKeyOrder("Example", ApiScope.All), DateTime.UtcNow).Key);
        var talk = Conversation.Begin(Id, await db.Accounts.OfPerson(layla).Select(a => a.Id).SingleAsync(), layla, Id, DateTime.UtcNow);
        db.AddRange(talk, talk.Ask(Id, null, "42", Id, DateTime.UtcNow));
        Add(db, Tag.Of(Id, layla, "Example"));
        Add(db, Export.OfChats(layla, 1, DateTime.UtcNow), ChatsId);
        var shared = Assistant.Make(layla, HouseAssistants.All["write"], DateTime.UtcNow);
        shared.ShareBy(AssistantLink.HashOf(Link), app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("SaaSChat.AssistantLinks").Protect(Encoding.UTF8.GetBytes(Link)));
        Add(db, shared);
        Add(db, Assistant.OfTheHouse(null, HouseAssistants.All["code"], DateTime.UtcNow), HouseId);
        Add(db, Prompt.Write(layla, new PromptDraft("Letter", "Write a letter to {name}.", ["letters"]), DateTime.UtcNow));
        Add(db, AppUser.Register("noura@example.com", "Noura", ViewPreferences.Default, DateTime.UtcNow));
        var order = Order.Place(talk.AccountId, layla, new OrderTerms(Id, PackageCatalogue.All[0], PackageCatalogue.All[0].Prices[0].Price, null, "EXAMPLE", "en", IsTopUp: true), DateTime.UtcNow);
        order.Pay(DateTime.UtcNow);
        Add(db, order);
        Add(db, Payment.Of(order, new GatewayPayment("pi_example", GatewayPaymentState.Paid, order.Total, order.Total with { Minor = 0 }, Id, "cus_example", DateTime.UtcNow, false)));
        Add(db, GivenUp());
        Add(db, Announcement.Make(new AnnouncementDraft(new BothLanguages("A new model is here.", "نموذج جديد متاح الآن."), AnnouncementTone.Good, AnnouncementAudience.Payers, DateTime.UtcNow.AddMinutes(-1), null)));
        AddTrouble(db);
        Add(db, BulkGrant.Ask(new BulkGrantWish(Id, 1_000, null), layla, 2, DateTime.UtcNow));
        Add(db, PriceReplay.Ask(layla, new PriceChange(null, Margin.Zero), DateTime.UtcNow));
        Add(db, PersonNote.Write(Id, layla, "42", DateTime.UtcNow));
        Add(db, Export.OfUsage(layla, talk.AccountId, new UsageOrder("", ExportFormat.Csv, "en", 0, 0), DateTime.UtcNow));
        AddPlan(db, talk.AccountId, layla);
        AddCatalogue(db);
        return await db.SaveChangesAsync();
    });

    // Paused, so that nobody asks OpenAI.
    private static void AddCatalogue(AppDbContext db)
    {
        var key = ProviderKey.Keep("OpenAI", "api.openai.com", "sk-example-example", [], new KeyDraft("Example", 1, new KeyLimits(DayRequests: 1_000)), DateTime.UtcNow);
        key.Pause(DateTime.UtcNow);
        Add(db, key);
        var rates = new RateCard(new Dictionary<UsageKind, long> { [UsageKind.Input] = 2_000_000, [UsageKind.Output] = 8_000_000 });
        Add(db, ModelPrice.Of("gpt-4o", new PriceOffer(DateTime.UtcNow.AddDays(300), null, new Dictionary<RateTier, RateCard> { [RateTier.Standard] = rates })));
    }

    private static void AddPlan(AppDbContext db, Guid accountId, Guid userId)
    {
        var (now, terms) = (DateTime.UtcNow, new PlanTerms("premium", BillingInterval.Month, new Money(29_99, Currency.Usd)));
        var plan = Subscription.Place(accountId, userId, Id, terms, "en", now);
        Add(db, plan);
        plan.SyncWith(new GatewaySubscription("sub_example", GatewaySubscriptionState.Active, "cus_example", Id, terms, now, now.AddMonths(1), false, false) { LatestInvoiceId = "in_example" }, now);
        var bill = new GatewayInvoice("in_example", GatewayInvoiceState.Paid, "cus_example", "sub_example", InvoiceCause.Begin, terms, now, now.AddMonths(1), terms.Price, now, false);
        var invoice = Invoice.Of(plan, bill);
        Add(db, invoice);
        invoice.SyncWith(bill);
        invoice.Grant(0, now);
    }

    private static Task<int> AddFilesAndLinksAsync(this WebApplicationFactory<Program> app) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var talk = await db.Conversations.SingleAsync(c => c.Id == Id);
        var chats = (await db.MovedAsync(talk.UserId, Id, CancellationToken.None))!;
        await services.GetRequiredService<ChatImports>().KeepAsync(talk.UserId, [chats with { Key = "elsewhere" }], CancellationToken.None);
        await db.Database.ExecuteSqlAsync($"UPDATE ChatImports SET Id = {Id}");

        // The token of every link that a page may be asked for.
        const string token = "a-link-that-is-over";
        var seal = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("SaaSChat.Shares");
        var share = Share.Of(Id, Id, talk.UserId, token, seal.Protect(Encoding.UTF8.GetBytes(token)), DateTime.UtcNow);
        share.Renew(Id, "42", null, DateTime.UtcNow);
        db.AddRange(share, new ShareReport(Id, Id, null, ReportReason.Spam, "42", DateTime.UtcNow));
        return await db.SaveChangesAsync();
    });

    private static void AddTrouble(AppDbContext db)
    {
        var trouble = Incident.Open(new BothLanguages("Slow answers", "إجابات بطيئة"), IncidentImpact.Minor, IncidentState.Investigating, new BothLanguages("We look into it.", "نبحث في السبب."), DateTime.UtcNow.AddHours(-1));
        trouble.Say(IncidentState.Resolved, new BothLanguages("It is over.", "انتهى العطل."), DateTime.UtcNow);
        Add(db, trouble);
    }

    private static JobRun GivenUp()
    {
        var run = JobRun.Begin(JobCall.Of<SendMailJob, Guid>(Id).Job, $"\"{Id}\"", 6, "example:1", DateTime.UtcNow);
        run.End(JobOutcome.GivenUp, "TimeoutException: The mail server did not answer.", DateTime.UtcNow.AddSeconds(1));
        return run;
    }

    private static void Add(AppDbContext db, object row, Guid? id = null)
    {
        db.Entry(row).Property("Id").CurrentValue = id ?? Id;
        db.Add(row);
    }
}
