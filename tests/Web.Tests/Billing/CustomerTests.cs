using System.Data.Common;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>As whom the gateway knows somebody: as one, and as another one only when the first is gone.</summary>
public sealed class CustomerTests(PlanShop app) : IClassFixture<PlanShop>
{
    [Fact]
    public async Task Whoever_was_deleted_at_the_gateway_loses_the_plan_there_and_is_somebody_new_when_they_buy_again()
    {
        var sara = await Subscriber.NewAsync(app);
        await sara.SubscribeAsync();
        var first = await CustomerAsync(sara.AccountId);

        await app.Stripe.Outside.DeleteCustomerAsync(first);
        await app.SettleAsync();
        Assert.Equal(SubscriptionState.Ended, (await sara.NewestAsync()).State);
        Assert.Equal("free", await sara.PlanAsync());

        var before = await sara.SpendableAsync();
        await new Shopper(app, sara.Visitor, sara.AccountId).BuyAsync();
        Assert.Equal(before + 500_000, await sara.SpendableAsync());
        Assert.NotEqual(first, await CustomerAsync(sara.AccountId));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Who_becomes_a_customer_in_another_window_between_two_questions_is_one_customer()
    {
        var user = await app.AddUserAsync($"{Guid.NewGuid():N}@example.com");
        var account = await app.AccountOfAsync(user);
        var meanwhile = new Meanwhile(() => app.InScopeAsync(services => services.GetRequiredService<GatewayCustomers>().IdOfAsync(account, user, default)));
        await using var node = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(meanwhile));
            services.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(meanwhile));
        }));

        var slow = await node.InScopeAsync(services => services.GetRequiredService<GatewayCustomers>().IdOfAsync(account, user, default));

        Assert.True(meanwhile.Happened);
        Assert.Equal(slow, await CustomerAsync(account));
        Assert.Single(app.Stripe.All("customer"), c => (string?)c["metadata"]?["account"] == $"{account}");
    }

    private Task<string> CustomerAsync(Guid account) => app.AskAsync(db => db.GatewayCustomers.Where(c => c.AccountId == account).Select(c => c.CustomerId).SingleAsync());

    // Once, before it is asked whether the customer that was known is gone.
    private sealed class Meanwhile(Func<Task<string>> other) : DbCommandInterceptor
    {
        public bool Happened { get; private set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!Happened && command.CommandText.Contains("GatewayCustomers", StringComparison.Ordinal) && command.CommandText.Contains("IS NOT NULL", StringComparison.Ordinal))
            {
                Happened = true;
                await other();
            }

            return result;
        }
    }
}
