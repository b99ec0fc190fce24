using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Bench.Chats;

/// <summary>The site with a provider, the control beside it, and people of the largest plan with credits that do not end, signed in.</summary>
internal sealed class ChatSite : IDisposable
{
    public const string Model = "gpt-5.4-nano";
    private const string Password = "violet tram under glass";

    private ChatSite(Child upstream, Site site, Child relay) => (Upstream, Site, Relay) = (upstream, site, relay);

    public Child Upstream { get; }
    public Site Site { get; }
    public Child Relay { get; }
    public IReadOnlyList<Chatter> People { get; private set; } = [];

    public static async Task<ChatSite> ServeAsync(int people)
    {
        var upstream = await Child.ServeAsync(AppContext.BaseDirectory, ["SaaSChat.Bench.dll", "upstream"]);
        var site = await Site.ServeAsync(
            ("Providers__OpenAI__BaseUrl", $"{upstream.Address}".TrimEnd('/')), ("Providers__OpenAI__ApiKey", "sk-bench"), ("Providers__OpenAI__AllowPrivate", "true"), ("Answers__MaxOutput", "200000"));
        var relay = await Child.ServeAsync(AppContext.BaseDirectory, ["SaaSChat.Bench.dll", "relay", $"--upstream={upstream.Address}", $"--database={Path.Combine(site.Data, "relay.db")}"]);
        var all = new ChatSite(upstream, site, relay);
        await all.InSiteAsync(services => AddPeopleAsync(services, people));
        all.People = [.. Enumerable.Range(0, people).Select(_ => new Chatter(site.Server.Address))];
        for (var i = 0; i < people; i++) await all.People[i].ArriveAsync($"{i}@example.com", Password);
        return all;
    }

    public Load.Machine Watch() => new(Site.Server, Relay, Upstream);

    /// <summary>Whether one unit is missing: then the run is void.</summary>
    public async Task<bool> IsWholeAsync()
    {
        var whole = false;
        await InSiteAsync(async services => whole = (await services.GetRequiredService<LedgerAudit>().RunAsync(default)).All(f => f.IsWhole));
        Console.WriteLine(whole ? "audit    the ledger is whole" : "audit    VOID: the ledger does not agree");
        return whole;
    }

    public void Dispose()
    {
        foreach (var person in People) person.Dispose();
        Relay.Dispose();
        Upstream.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Site.Dispose();
    }

    private static async Task AddPeopleAsync(IServiceProvider services, int people)
    {
        var (db, ledger) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<CreditLedger>());
        for (var i = 0; i < people; i++)
        {
            var email = $"{i}@example.com";
            var added = await services.GetRequiredService<NewUser>().AddAsync(email, Password, null, AuditActor.Operator, default, PlanCatalogue.Premium);
            if (!added.Succeeded) throw new InvalidOperationException($"{email} could not be added: {added}");

            var user = db.Users.Single(u => u.Email == email).Id;
            await db.AcceptTermsAsync(user, DateTime.UtcNow, default);
            await db.SaveChangesAsync();
            var account = db.Accounts.OfPerson(user).Single().Id;
            await ledger.ChangeAsync(account, c => c.GrantAsync(new GrantOrder(GrantSource.Promo, $"bench:{account}", 1_000_000_000_000), default), default);
        }
    }

    private async Task InSiteAsync(Func<IServiceProvider, Task> act)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Default", $"Data Source={Path.Combine(Site.Data, "saaschat.db")}")]);
        builder.AddDatabase();
        builder.AddAccounts();
        builder.AddAdmin();
        builder.AddCredits();
        builder.Services.AddScoped(_ => new CurrentGuest(null));
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }
}
