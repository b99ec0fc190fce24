using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>The credits of the tests' people.</summary>
public static class Wallets
{
    private static int _keys;

    /// <summary>A key that no other test uses.</summary>
    public static string NewKey() => $"test:{Interlocked.Increment(ref _keys)}";

    /// <summary>Somebody new with so many credits, or none; the answer is the account that pays for them.</summary>
    public static async Task<Guid> AddWalletAsync(this WebApplicationFactory<Program> app, string name, long credits)
    {
        var account = await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var person = AppUser.Register($"{name}@example.com", name, ViewPreferences.Default, DateTime.UtcNow);
            db.Users.Add(person);
            await db.SaveChangesAsync();
            await services.GetRequiredService<AccountOpening>().OfPersonAsync(person.Id, null, DateTime.UtcNow, default);
            await db.SaveChangesAsync();
            return await db.Accounts.OfPerson(person.Id).Select(a => a.Id).SingleAsync();
        });
        if (credits > 0) await app.GiveAsync(account, credits);
        return account;
    }

    public static Task<Guid> AccountOfAsync(this WebApplicationFactory<Program> app, Guid userId) =>
        app.AskAsync(db => db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync());

    public static Task<T> CreditsAsync<T>(this WebApplicationFactory<Program> app, Guid account, Func<LockedCredits, Task<T>> change) =>
        app.InScopeAsync(services => services.GetRequiredService<CreditLedger>().ChangeAsync(account, change, default));

    /// <summary>As if they had bought them.</summary>
    public static Task<GrantAnswer> GiveAsync(this WebApplicationFactory<Program> app, Guid account, long credits, string? key = null, DateTime? until = null)
    {
        key ??= NewKey();
        return app.CreditsAsync(account, async c =>
        {
            var answer = await c.GrantAsync(new GrantOrder(GrantSource.Purchase, key, credits, until), default);
            if (answer.Outcome == GrantOutcome.Granted) await c.Db.AddPaidAsync(account, credits, key);
            return answer;
        });
    }

    /// <summary>The order and the payment behind credits that a test gives.</summary>
    private static async Task AddPaidAsync(this AppDbContext db, Guid account, long credits, string key)
    {
        var (package, now) = (PackageCatalogue.All[0] with { Credits = credits }, DateTime.UtcNow);
        var owner = await db.Accounts.Where(a => a.Id == account).Select(a => a.OwnerId!.Value).SingleAsync();
        var order = Order.Place(account, owner, new OrderTerms(Guid.NewGuid(), package, package.Prices[0].Price, package.Prices[0].Price, null, "en"), now);
        order.Pay(now);
        var payment = Payment.OfNothing(order, key, now);
        db.AddRange(order, payment);
        db.Entry(payment).Property(p => p.CreditKey).CurrentValue = key;
    }

    public static Task<HoldAnswer> HoldAsync(this WebApplicationFactory<Program> app, Guid account, long credits, string? key = null) =>
        app.CreditsAsync(account, c => c.HoldAsync(new HoldOrder(key ?? NewKey(), credits, "here"), default));

    public static Task<Resolution> SettleAsync(this WebApplicationFactory<Program> app, Guid account, Guid hold, long cost) =>
        app.CreditsAsync(account, c => c.SettleAsync(hold, cost, default));

    public static async Task<CreditBalance> BalanceAsync(this WebApplicationFactory<Program> app, Guid account) =>
        (await app.AskAsync(db => db.CreditAccounts.BalanceAsync(account, DateTime.UtcNow, default)))!;

    public static async Task<long> SpendableAsync(this WebApplicationFactory<Program> app, Guid account) => (await app.BalanceAsync(account)).Spendable;
}
