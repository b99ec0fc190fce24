using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Bench.Ledger;

/// <summary>A database of its own on the disk, with accounts that never run out, as the site opens it.</summary>
internal sealed class Wallets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saaschat-bench-").FullName;
    private readonly IHost _host;

    private Wallets(Action<IHostApplicationBuilder> also)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Default", Connection)]);
        builder.AddDatabase();
        builder.AddAccounts();
        builder.AddAdmin();
        builder.AddCredits();
        also(builder);
        _host = builder.Build();
    }

    public string Connection => $"Data Source={Path.Combine(_folder, "bench.db")}";
    public IReadOnlyList<Guid> Accounts { get; private set; } = [];

    public static async Task<Wallets> FillAsync(int accounts, Action<IHostApplicationBuilder>? also = null)
    {
        var wallets = new Wallets(also ?? (_ => { }));
        await wallets._host.Services.GetRequiredService<DatabaseStart>().MigrateAsync(default);
        wallets.Accounts = await wallets.AskAsync(services => OpenAsync(services.GetRequiredService<AppDbContext>(), accounts));
        foreach (var account in wallets.Accounts)
            await wallets.ChangeAsync(account, c => c.GrantAsync(new GrantOrder(GrantSource.Admin, $"bench:{account}", 1_000_000_000_000), default));
        return wallets;
    }

    public Task<T> ChangeAsync<T>(Guid account, Func<LockedCredits, Task<T>> change) =>
        AskAsync(services => services.GetRequiredService<CreditLedger>().ChangeAsync(account, change, default));

    /// <summary>As the site opens a call: whether its key is known comes with the account.</summary>
    public Task<CreditHold> HoldAsync(Guid account, HoldOrder order) =>
        ChangeAsync(account, trip => trip.FindHold($""" "Key" = {order.Key}"""), (credits, known) => Task.FromResult(New(credits, known, order)));

    /// <summary>As the site ends one: the hold comes with the account.</summary>
    public Task<Resolution> SettleAsync(CreditHold hold, long cost) =>
        ChangeAsync(hold.AccountId, trip => trip.FindHold($""" "Id" = {hold.Id}"""), (credits, _) => credits.SettleAsync(hold.Id, cost, default));

    /// <summary>Both within one transaction.</summary>
    public Task<Resolution> DebitAsync(Guid account, HoldOrder order) =>
        ChangeAsync(account, trip => trip.FindHold($""" "Key" = {order.Key}"""), (credits, known) => credits.SettleAsync(New(credits, known, order).Id, order.Amount, default));

    /// <summary>Whether one unit is missing: then the run is void.</summary>
    public async Task<bool> AreWholeAsync() =>
        (await AskAsync(services => services.GetRequiredService<LedgerAudit>().RunAsync(default))).All(f => f.IsWhole);

    public void Dispose()
    {
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<T> AskAsync<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    private Task<T> ChangeAsync<T>(Guid account, Func<RoundTrip, Answer<CreditHold>> ask, Func<LockedCredits, Answer<CreditHold>, Task<T>> change) =>
        AskAsync(services => services.GetRequiredService<CreditLedger>().ChangeAsync(account, ask, change, default));

    private static CreditHold New(LockedCredits credits, Answer<CreditHold> known, HoldOrder order) =>
        known.One is null ? credits.HoldNew(order).Hold! : throw new InvalidOperationException("The key is known.");

    private static async Task<IReadOnlyList<Guid>> OpenAsync(AppDbContext db, int count)
    {
        var at = DateTime.UtcNow;
        var people = Enumerable.Range(0, count).Select(i => AppUser.Register($"{i}@example.com", $"Person {i}", ViewPreferences.Default, at)).ToList();
        db.Users.AddRange(people);
        await db.SaveChangesAsync();

        // Without an allowance: nothing comes by the clock while it is measured.
        var accounts = people.ConvertAll(person => Account.OfPerson(person.Id, at));
        db.Accounts.AddRange(accounts);
        db.CreditAccounts.AddRange(accounts.Select(account => CreditAccount.Open(account.Id, at)));
        await db.SaveChangesAsync();
        return [.. accounts.Select(a => a.Id)];
    }
}
