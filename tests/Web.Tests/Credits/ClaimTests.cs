using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits;

public sealed class ClaimTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    [Fact]
    public async Task Of_sixty_four_at_once_on_two_nodes_one_is_credited()
    {
        var (sara, account) = await AddAsync("sara-claims-often");
        await using var second = app.Node();

        var answers = await Allowances.AtOnceAsync(64, i => (i % 2 == 0 ? app : second).ClaimAsync(sara));

        Assert.Equal(20_000, answers.Sum(a => a.Credited));
        Assert.Equal(63, answers.Count(a => a.Outcome == ClaimOutcome.NotYet));
        Assert.Single(answers.Select(a => a.NextAt).Distinct());
        Assert.Equal(270_000, await app.SpendableAsync(account));
    }

    [Fact]
    public async Task The_next_is_possible_after_twenty_four_hours_and_the_refusal_says_when()
    {
        var (sara, _) = await AddAsync("sara-comes-back");
        var first = await app.ClaimAsync(sara);

        app.Clock.Turn(TimeSpan.FromHours(23));
        var early = await app.ClaimAsync(sara);
        app.Clock.Turn(TimeSpan.FromHours(1));
        var next = await app.ClaimAsync(sara);

        Assert.Equal((ClaimOutcome.NotYet, first.NextAt), (early.Outcome, early.NextAt));
        Assert.Equal((ClaimOutcome.Claimed, 20_000L), (next.Outcome, next.Credited));
    }

    [Theory]
    [InlineData(-1, ClaimOutcome.NotYet)]
    [InlineData(-24 * 40, ClaimOutcome.NotYet)]
    [InlineData(25, ClaimOutcome.Claimed)]
    [InlineData(24 * 40, ClaimOutcome.Claimed)]
    public async Task Whatever_way_the_clock_jumps_there_is_one_claim_in_each_interval(int hours, ClaimOutcome outcome)
    {
        var (omar, account) = await AddAsync($"omar-jumps{hours}");
        await app.ClaimAsync(omar);

        app.Clock.Turn(TimeSpan.FromHours(hours));

        Assert.Equal(outcome, (await app.ClaimAsync(omar)).Outcome);
        Assert.Equal(ClaimOutcome.NotYet, (await app.ClaimAsync(omar)).Outcome);
        Assert.Equal(outcome == ClaimOutcome.Claimed ? 2 : 1, (await app.GrantsAsync(account, GrantSource.Claim)).Count);
    }

    [Fact]
    public async Task What_was_claimed_ends_after_thirty_days()
    {
        var (sara, account) = await AddAsync("sara-forgets");
        await app.ClaimAsync(sara);
        var claim = (await app.GrantsAsync(account, GrantSource.Claim)).Single();

        app.Clock.Turn(TimeSpan.FromDays(30));
        await app.PostDueAsync(account);

        Assert.Equal(claim.GrantedAt.AddDays(30), claim.ExpiresAt);
        Assert.Equal(0, (await app.GrantsAsync(account, GrantSource.Claim)).Single().Remaining);
    }

    [Fact]
    public async Task Even_where_the_count_is_lost_the_same_claim_is_not_credited_twice()
    {
        var (omar, account) = await AddAsync("omar-restores");
        await app.ClaimAsync(omar);
        await app.AskAsync(db => db.Allowances.Where(a => a.AccountId == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.Claims, 0).SetProperty(x => x.ClaimedAt, (DateTime?)null)));

        Assert.Equal(0, (await app.ClaimAsync(omar)).Credited);
        Assert.Single(await app.GrantsAsync(account, GrantSource.Claim));
    }

    [Fact]
    public async Task An_address_that_is_not_confirmed_claims_nothing()
    {
        var (nadia, account) = await AddAsync("nadia-unconfirmed");
        await app.AskAsync(db => db.Users.Where(u => u.Id == nadia).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false)));

        Assert.Equal(new ClaimAnswer(ClaimOutcome.NotConfirmed), await app.ClaimAsync(nadia));
        Assert.Empty(await app.GrantsAsync(account, GrantSource.Claim));
    }

    [Fact]
    public async Task The_amount_the_interval_the_end_and_the_switch_are_settings()
    {
        var (sara, account) = await AddAsync("sara-elsewhere");
        await using var generous = app.Node(("Claim:Amount", "7"), ("Claim:Every", "00:00:01"), ("Claim:ExpiresAfter", "2.00:00:00"));
        await using var closed = app.Node(("Claim:Enabled", "false"));

        Assert.Equal(7, (await generous.ClaimAsync(sara)).Credited);
        Assert.Equal(ClaimOutcome.SwitchedOff, (await closed.ClaimAsync(sara)).Outcome);
        var claim = (await app.GrantsAsync(account, GrantSource.Claim)).Single();
        Assert.Equal(claim.GrantedAt.AddDays(2), claim.ExpiresAt);
    }

    private async Task<(Guid User, Guid Account)> AddAsync(string name)
    {
        var user = await app.AddUserAsync($"{name}@example.com");
        return (user, await app.AccountOfAsync(user));
    }
}
