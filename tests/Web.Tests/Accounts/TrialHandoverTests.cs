using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Tests.Credits;
using Guest = SaaSChat.Domain.Accounts.Visitor;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class TrialHandoverTests(AllowancesApp app) : IClassFixture<AllowancesApp>
{
    [Fact]
    public async Task What_a_guest_has_left_goes_into_the_account_they_sign_up_for()
    {
        var guest = await GuestAsync("198.51.100.1", spent: 30_000);

        var sara = await SignUpAsync("sara-was-a-guest", guest.Id);

        Assert.Equal(70_000, (await app.GrantsAsync(sara, GrantSource.Trial)).Single().Remaining);
        Assert.Equal(320_000, await app.SpendableAsync(sara));
        Assert.Equal(0, await app.SpendableAsync(guest.AccountId));
    }

    [Fact]
    public async Task However_many_sign_up_at_once_in_that_browser_it_goes_to_one_of_them()
    {
        var guest = await GuestAsync("198.51.100.2", spent: 0);

        var accounts = await Credits.Allowances.AtOnceAsync(8, i => SignUpAsync($"family{i}", guest.Id));

        var moved = await app.AskAsync(db => db.CreditGrants.Where(g => accounts.Contains(g.AccountId) && g.Source == GrantSource.Trial).ToListAsync());
        Assert.Equal((100_000, $"trial:{guest.Id:N}"), (Assert.Single(moved).Amount, moved[0].SourceKey));
    }

    [Fact]
    public async Task Signing_up_while_credits_are_spent_loses_and_doubles_none()
    {
        var guest = await GuestAsync("198.51.100.3", spent: 0);

        var spending = Credits.Allowances.AtOnceAsync(8, async _ => await app.HoldAsync(guest.AccountId, 10_000));
        var nadia = SignUpAsync("nadia-in-a-hurry", guest.Id);
        await Task.WhenAll(spending, nadia);

        var held = (await app.BalanceAsync(guest.AccountId)).Held;
        Assert.Equal(100_000, held + (await app.GrantsAsync(await nadia, GrantSource.Trial)).Sum(g => g.Remaining));
    }

    [Fact]
    public async Task A_refused_sign_up_moves_nothing()
    {
        var guest = await GuestAsync("198.51.100.4", spent: 0);
        await app.AddUserAsync("omar-was-first@example.com");

        var refused = await CreateAsync("omar-was-first@example.com", guest.Id);

        Assert.False(refused.Succeeded);
        Assert.Equal(100_000, await app.SpendableAsync(guest.AccountId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task Whoever_was_no_guest_or_has_nothing_left_brings_nothing(long spent)
    {
        var guest = spent > 0 ? (await GuestAsync("198.51.100.5", spent)).Id : Guid.NewGuid();

        var omar = await SignUpAsync($"omar-brings-nothing{spent}", guest);

        Assert.Empty(await app.GrantsAsync(omar, GrantSource.Trial));
    }

    [Fact]
    public async Task The_form_takes_the_guest_of_the_cookie_along()
    {
        var (guest, sara) = (await GuestAsync("198.51.100.6", spent: 0), app.Visit());
        sara.Client.DefaultRequestHeaders.Add("Cookie", await CookieOfAsync(guest.Id));

        using var signedUp = await sara.SignUpAsync("sara.by.form@example.com");

        Assert.Equal(100_000, (await app.GrantsAsync(await AccountOfAsync("sara.by.form@example.com"), GrantSource.Trial)).Single().Remaining);
    }

    [Fact]
    public async Task A_forged_cookie_brings_nothing_and_signing_in_moves_nothing()
    {
        var (guest, nour, omar) = (await GuestAsync("198.51.100.7", spent: 0), app.Visit(), app.Visit());
        nour.Client.DefaultRequestHeaders.Add("Cookie", $"visitor={guest.Id:N}");
        omar.Client.DefaultRequestHeaders.Add("Cookie", await CookieOfAsync(guest.Id));
        await app.AddUserAsync("omar.has.one@example.com");

        using var signedUp = await nour.SignUpAsync("nour.forges@example.com");
        await omar.SignInAsync("omar.has.one@example.com", People.Password);

        Assert.Equal(100_000, await app.SpendableAsync(guest.AccountId));
    }

    private Task<string> CookieOfAsync(Guid visitor) => app.InScopeAsync(services =>
    {
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        services.GetRequiredService<VisitorCookie>().Give(visitor);
        return Task.FromResult(http.Response.Headers.SetCookie.ToString().Split(';')[0]);
    });

    private async Task<Guid> AccountOfAsync(string email) =>
        await app.AccountOfAsync(await app.AskAsync(db => db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync()));

    private async Task<Guest> GuestAsync(string address, long spent)
    {
        var guest = (await GuestTrialTests.BeginAsync(app, address))!;
        if (spent > 0) await app.SettleAsync(guest.AccountId, (await app.HoldAsync(guest.AccountId, spent)).Hold!.Id, spent);
        return guest;
    }

    private async Task<Guid> SignUpAsync(string name, Guid visitor)
    {
        var signedUp = await CreateAsync($"{name}@example.com", visitor);
        Assert.True(signedUp.Succeeded, signedUp.ToString());
        return await AccountOfAsync($"{name}@example.com");
    }

    // As the door for new people finds the guest in the request's cookie.
    private Task<IdentityResult> CreateAsync(string email, Guid visitor) => app.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<NewUser>(services, new CurrentGuest(visitor))
            .CreateAsync(AppUser.Register(email, "Somebody", ViewPreferences.Default, app.Now), People.Password, default));
}
