using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

/// <summary>How many answers are written for an account at the same time.</summary>
public sealed class GenerationsTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string> Plans => [.. PlanCatalogue.ForAccounts.Select(p => p.Key)];

    [Theory, MemberData(nameof(Plans))]
    public async Task Of_sixty_four_at_once_as_many_run_as_the_plan_allows(string key)
    {
        var plan = PlanCatalogue.ForAccounts.Single(p => p.Key == key);
        var sara = await app.AddGuestOfTheHouseAsync($"sara-at-once-{key}", 100_000_000, plan);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => app.OpenAsync(sara, wanted: 256, source: i % 2 == 0 ? UsageSource.Chat : UsageSource.Api))));

        Assert.Equal(plan.Generations, answers.Count(a => a.IsOpen));
        Assert.All(answers.Where(a => !a.IsOpen), a => Assert.Equal(new CallRefusal.TooManyAtOnce(plan.Generations), a.Refusal));
    }

    [Fact]
    public async Task A_guest_has_one_at_a_time()
    {
        var account = await app.InScopeAsync(async services =>
        {
            var opened = await services.GetRequiredService<AccountOpening>().OfGuestAsync(DateTime.UtcNow, default);
            await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return opened;
        });
        await app.CreditsAsync(account, c => c.GrantAsync(new GrantOrder(GrantSource.Trial, Wallets.NewKey(), 100_000), default));
        var guest = new Person(Ids.NewId(), account);

        Assert.True((await app.OpenAsync(guest)).IsOpen);
        Assert.Equal(new CallRefusal.TooManyAtOnce(1), (await app.OpenAsync(guest)).Refusal);
    }

    [Fact]
    public async Task Whoever_has_bought_credits_has_as_many_as_the_smallest_paid_plan()
    {
        var sara = await app.AddBuyerAsync("sara-bought-five", 1_000_000);

        for (var i = 0; i < PlanCatalogue.Basic.Generations; i++) Assert.True((await app.OpenAsync(sara)).IsOpen);

        Assert.Equal(new CallRefusal.TooManyAtOnce(5), (await app.OpenAsync(sara)).Refusal);
    }

    [Fact]
    public async Task A_title_counts_for_nothing_and_an_answer_that_ends_makes_room()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-two", 1_000_000);
        Task<CallAnswer> AskAsync(UsageSource source) => app.OpenAsync(nadia, wanted: 256, source: source);

        var (first, title) = (await AskAsync(UsageSource.Chat), await AskAsync(UsageSource.Title));
        Assert.True((await AskAsync(UsageSource.Api)).IsOpen && title.IsOpen);
        Assert.False((await AskAsync(UsageSource.Chat)).IsOpen);
        Assert.True((await AskAsync(UsageSource.Title)).IsOpen);
        await app.EndAsync(first.Call!, Calls.Reported(1, 1));

        Assert.True((await AskAsync(UsageSource.Chat)).IsOpen);
    }

    [Fact]
    public async Task The_development_admin_may_ask_any_model_all_day()
    {
        await using var site = new TestApp();
        _ = site.Services;
        var user = await site.AskAsync(db => db.Users.Where(u => u.Email == DevelopmentAdmin.Email).Select(u => u.Id).SingleAsync());
        var admin = new Person(user, await site.AccountOfAsync(user));

        for (var day = 0; day < 5; day++) await site.EndAsync((await site.OpenAsync(admin, "gpt-6.2-sol")).Call!, Calls.Reported(100_000, 4_000));

        Assert.True((await site.OpenAsync(admin, "gpt-6.2-sol")).IsOpen);
    }
}
