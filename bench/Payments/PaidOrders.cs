using Microsoft.EntityFrameworkCore;
using SaaSChat.Bench.Ledger;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Bench.Payments;

/// <summary>An order whose checkout is paid, and nobody has said so yet.</summary>
internal sealed record PaidOrder(Guid Id, Guid AccountId, Guid UserId)
{
    public string Checkout => $"cs_{Id:N}";
    public string Payment => $"pi_{Id:N}";
}

/// <summary>A shop with a gateway that answers from memory: what is measured is the site's work, not the network's.</summary>
internal static class PaidOrders
{
    public const string Secret = "whsec_bench";

    private static readonly PackageOffer Package = PackageCatalogue.All[0];
    private static readonly Money Price = Package.PriceIn(Currency.Usd)!.Price;

    public static void AddShop(IHostApplicationBuilder builder)
    {
        builder.AddBilling();
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddSingleton(new PaymentMode(IsLive: false));
        builder.Services.AddSingleton<IBackgroundJobs, Unheard>();
        builder.Services.AddSingleton<IPaymentGateway, AnswersFromMemory>();
    }

    public static Task<IReadOnlyList<PaidOrder>> PlaceAsync(Wallets books, int count) => books.AskAsync<IReadOnlyList<PaidOrder>>(async services =>
    {
        var (db, at) = (services.GetRequiredService<AppDbContext>(), DateTime.UtcNow);
        var people = await db.Accounts.ToDictionaryAsync(a => a.Id, a => a.OwnerId!.Value);
        db.GatewayCustomers.AddRange(people.Keys.Select(id => new GatewayCustomer(id, CustomerOf(id), at)));
        await db.SaveChangesAsync();

        var placed = new List<PaidOrder>();
        for (var i = 0; i < count; i++)
        {
            var account = books.Accounts[i % books.Accounts.Count];
            var order = Order.Place(account, people[account], new OrderTerms(Guid.NewGuid(), Package, Price, null, null, "en"), at);
            db.Orders.Add(order);
            placed.Add(new PaidOrder(order.Id, account, people[account]));
            AnswersFromMemory.Accounts[order.Id] = account;
            if (i % 2_000 != 1_999) continue;

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        await db.SaveChangesAsync();
        return placed;
    });

    private static string CustomerOf(Guid account) => $"cus_{account:N}";

    /// <summary>Nobody runs what is enqueued: the announcement is acted on where it is received.</summary>
    private sealed class Unheard : IBackgroundJobs
    {
        public Task EnqueueAsync<TJob, TArgs>(TArgs args) where TJob : class, IJob<TArgs> => Task.CompletedTask;

        public Task ScheduleAsync<TJob, TArgs>(TArgs args, DateTime at) where TJob : class, IJob<TArgs> => Task.CompletedTask;

        public Task RunAsync(JobCall job) => Task.CompletedTask;
    }

    private sealed class AnswersFromMemory : IPaymentGateway
    {
        public static readonly Dictionary<Guid, Guid> Accounts = [];

        public Task<HostedCheckout> CheckoutAsync(string checkoutId, CancellationToken cancel)
        {
            var id = Guid.ParseExact(checkoutId[3..], "N");
            return Task.FromResult(new HostedCheckout(checkoutId, CheckoutState.Complete, CheckoutPayment.Paid, null, id, CustomerOf(Accounts[id]), Price, Price, IsLive: false) { PaymentId = $"pi_{id:N}" });
        }

        public Task<GatewayPayment> PaymentAsync(string paymentId, CancellationToken cancel)
        {
            var id = Guid.ParseExact(paymentId[3..], "N");
            return Task.FromResult(new GatewayPayment(paymentId, GatewayPaymentState.Paid, Price, Price with { Minor = 0 }, id, CustomerOf(Accounts[id]), DateTime.UtcNow, IsLive: false) { Method = "card", Last4 = "4242" });
        }

        public Task<string> AddCustomerAsync(CustomerOrder order, CancellationToken cancel) => throw new NotSupportedException();

        public Task<HostedCheckout> OpenCheckoutAsync(CheckoutOrder order, CancellationToken cancel) => throw new NotSupportedException();

        public Task<HostedCheckout> EndCheckoutAsync(string checkoutId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewayPayment> CancelPaymentAsync(string paymentId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<SavedCard>> CardsAsync(string customerId, CancellationToken cancel) => throw new NotSupportedException();

        public Task RemoveCardAsync(string customerId, string cardId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewaySubscription> SubscriptionAsync(string subscriptionId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Money> QuoteChangeAsync(PlanChange change, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewaySubscription> SetEndingAsync(string subscriptionId, bool endsWithPeriod, string key, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewaySubscription> EndNowAsync(string subscriptionId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<GatewayInvoice> InvoiceAsync(string invoiceId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<GatewayInvoice>> InvoicesAsync(string customerId, int most, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Uri> PortalAsync(string customerId, Uri returnTo, string language, CancellationToken cancel) => throw new NotSupportedException();

        public IAsyncEnumerable<GatewayEvent> EventsAsync(DateTime since, CancellationToken cancel) => throw new NotSupportedException();
    }
}
