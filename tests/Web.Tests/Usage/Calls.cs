using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

/// <summary>What the tests' people ask of models, and what comes of it.</summary>
internal static class Calls
{
    public static readonly TokenEstimate Prompt = new(300, 300);

    /// <summary>Somebody new whose credits were given to them, so that they have never paid.</summary>
    public static async Task<Person> AddGuestOfTheHouseAsync(this WebApplicationFactory<Program> app, string name, long credits, PlanOffer? plan = null)
    {
        var user = await app.AddUserAsync($"{name}@example.com", plan: plan);
        var account = await app.AccountOfAsync(user);
        if (credits > 0) await app.CreditsAsync(account, c => c.GrantAsync(new GrantOrder(GrantSource.Admin, Wallets.NewKey(), credits), default));
        return new(user, account);
    }

    /// <summary>Somebody new who has bought their credits.</summary>
    public static async Task<Person> AddBuyerAsync(this WebApplicationFactory<Program> app, string name, long credits)
    {
        var user = await app.AddUserAsync($"{name}@example.com");
        var account = await app.AccountOfAsync(user);
        await app.GiveAsync(account, credits);
        return new(user, account);
    }

    public static Task<CallAnswer> OpenAsync(
        this WebApplicationFactory<Program> app, Person who, string model = ModelCatalogue.DemoKey, string? key = null, TokenEstimate? prompt = null, long? wanted = null,
        UsageSource source = UsageSource.Chat, Guid? conversation = null, Guid? apiKey = null) =>
        app.MeteredAsync(calls => calls.OpenAsync(
            new CallOrder(key ?? Wallets.NewKey(), new Call(who.AccountId, who.UserId, model, source, conversation, apiKey), prompt ?? Prompt, wanted), default));

    public static Task<Resolution> EndAsync(this WebApplicationFactory<Program> app, OpenCall call, CallEnd end) => app.MeteredAsync(calls => calls.SettleAsync(call, end, default));

    public static CallEnd Reported(long input, long output, string text = "An answer.") =>
        new(CallOutcome.Completed, Quantities.Of((UsageKind.Input, input), (UsageKind.Output, output)), text);

    public static Task<T> MeteredAsync<T>(this WebApplicationFactory<Program> app, Func<MeteredCalls, Task<T>> ask) =>
        app.InScopeAsync(services => ask(services.GetRequiredService<MeteredCalls>()));

    public static Task<List<UsageRecord>> RecordsAsync(this WebApplicationFactory<Program> app, Guid account) =>
        app.AskAsync(db => db.UsageRecords.AsNoTracking().Include(r => r.Parts).Where(r => r.AccountId == account).OrderBy(r => r.Seq).ToListAsync());
}

internal sealed record Person(Guid UserId, Guid AccountId);
