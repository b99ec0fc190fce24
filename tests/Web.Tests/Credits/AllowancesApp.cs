using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>The program with the allowances that people really have, and a clock that a test turns.</summary>
public sealed class AllowancesApp : TestApp
{
    public TurnableClock Clock { get; } = new();
    public DateTime Now => Clock.UtcNow();

    public void TurnTo(DateTime at) => Clock.Turn(at - Now);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Quota:CreditsPerUnit", "100");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

internal static class Allowances
{
    public static Task<ClaimAnswer> ClaimAsync(this WebApplicationFactory<Program> app, Guid user) =>
        app.InScopeAsync(services => services.GetRequiredService<DailyClaim>().ClaimAsync(user, default));

    public static Task<bool> PostDueAsync(this WebApplicationFactory<Program> app, Guid account) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<CreditLedger>().PostDueAsync(account, default);
        return true;
    });

    /// <summary>What the account was given from one source, oldest first.</summary>
    public static Task<List<CreditGrant>> GrantsAsync(this WebApplicationFactory<Program> app, Guid account, GrantSource source) =>
        app.AskAsync(db => db.CreditGrants.AsNoTracking().Where(g => g.AccountId == account && g.Source == source).OrderBy(g => g.GrantedAt).ToListAsync());

    /// <summary>So many at once, some on each of the nodes.</summary>
    public static Task<T[]> AtOnceAsync<T>(int times, Func<int, Task<T>> act) => Task.WhenAll(Enumerable.Range(0, times).Select(i => Task.Run(() => act(i))));
}
