using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Security;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class TwoFactorTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    [Fact]
    public async Task The_password_and_a_code_open_the_account()
    {
        var (_, phone, _) = await app.WithFactorAsync("sara");
        var sara = await app.HalfWayAsync("sara");

        Assert.False(await sara.IsInsideAsync());
        Assert.True(await sara.GiveCodeAsync(phone.Code()));

        Assert.True(await sara.IsInsideAsync());
    }

    [Fact]
    public async Task Half_way_in_nothing_is_open_that_is_closed_to_strangers()
    {
        await app.WithFactorAsync("sara-half");
        var sara = await app.HalfWayAsync("sara-half");
        var opened = new List<string>();

        foreach (var endpoint in Security.Endpoints.Of(app).Where(e => !e.IsAnonymous() && e.Takes("GET")))
        {
            using var answer = await sara.Client.GetAsync(endpoint.SampleAddress());
            if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.Unauthorized)) opened.Add($"{endpoint.Name()}: {answer.StatusCode}");
        }

        Assert.Empty(opened);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        var (_, phone, _) = await app.WithFactorAsync("sara-once");
        var code = phone.Code();
        var (first, second) = (await app.HalfWayAsync("sara-once"), await app.HalfWayAsync("sara-once"));

        Assert.True(await first.GiveCodeAsync(code));
        Assert.False(await second.GiveCodeAsync(code));
        Assert.True(await second.GiveCodeAsync(phone.Code(1)));
    }

    [Fact]
    public async Task A_code_older_than_one_that_was_taken_is_refused()
    {
        var (_, phone, _) = await app.WithFactorAsync("sara-older");
        var (first, second) = (await app.HalfWayAsync("sara-older"), await app.HalfWayAsync("sara-older"));

        Assert.True(await first.GiveCodeAsync(phone.Code(1)));
        Assert.False(await second.GiveCodeAsync(phone.Code()));
    }

    [Fact]
    public async Task Of_many_who_send_one_code_at_once_one_comes_in()
    {
        var (_, phone, _) = await app.WithFactorAsync("sara-raced");
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.HalfWayAsync("sara-raced")));
        var code = phone.Code();

        var came = await Task.WhenAll(visitors.Select(visitor => visitor.GiveCodeAsync(code)));

        Assert.Single(came, true);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_half_a_minute_off_and_no_more(int steps, bool comesIn)
    {
        var (_, phone, _) = await app.WithFactorAsync($"sara-skew{steps}");
        app.Clock.Turn(TimeSpan.FromMinutes(2));
        var sara = await app.HalfWayAsync($"sara-skew{steps}");

        Assert.Equal(comesIn, await sara.GiveCodeAsync(phone.Code(steps)));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_against_the_right_one()
    {
        var (_, phone, _) = await app.WithFactorAsync("omar-locked");
        var omar = await app.HalfWayAsync("omar-locked");

        for (var i = 0; i < 5; i++) Assert.False(await omar.GiveCodeAsync(phone.WrongCode()));

        Assert.False(await omar.GiveCodeAsync(phone.Code()));
        Assert.True(await app.AskAsync(db => db.Users.AnyAsync(u => u.Email == "omar-locked@example.com" && u.LockoutEnd != null)));
    }

    [Fact]
    public async Task Where_to_and_whether_to_stay_signed_in_outlive_the_step()
    {
        var (_, phone, _) = await app.WithFactorAsync("sara-stays");
        var sara = app.Visit();
        using var half = await sara.SubmitAsync("/account/sign-in?returnUrl=/account/security", "/account/sign-in",
            ("Input.Email", "sara-stays@example.com"), ("Input.Password", People.Password), ("Input.Remember", "true"));

        var step = half.Headers.Location!.ToString();
        using var inside = await sara.SubmitAsync(step, "/account/two-factor", ("Code", phone.Code()));

        Assert.Equal("/account/security", inside.Headers.Location!.ToString());
        Assert.Contains(Cookies.Of(inside), cookie => cookie.StartsWith("session=", StringComparison.Ordinal) && cookie.Contains("expires=", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_step_is_over_after_ten_minutes()
    {
        await app.WithFactorAsync("sara-slow");
        var sara = await app.HalfWayAsync("sara-slow");

        app.Clock.Turn(TimeSpan.FromMinutes(6));
        Assert.NotNull((await sara.OpenAsync("/account/two-factor")).QuerySelector("#Code"));
        app.Clock.Turn(TimeSpan.FromMinutes(5));

        Assert.Null((await sara.OpenAsync("/account/two-factor")).QuerySelector("#Code"));
        Assert.False(await sara.IsInsideAsync());
    }

    [Fact]
    public async Task Who_was_suspended_between_the_steps_stays_outside()
    {
        var (_, phone, _) = await app.WithFactorAsync("omar-out");
        var omar = await app.HalfWayAsync("omar-out");
        await app.AskAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Email == "omar-out@example.com")).Suspend(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });

        Assert.False(await omar.GiveCodeAsync(phone.Code()));
    }

    [Fact]
    public async Task A_password_that_was_changed_between_the_steps_opens_nothing_any_more()
    {
        await app.WithFactorAsync("sara-changes");
        var thief = await app.HalfWayAsync("sara-changes");
        await app.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<AppUser>>();
            var sara = await users.FindByEmailAsync("sara-changes@example.com");
            return await users.ChangePasswordAsync(sara!, People.Password, "another tram under glass");
        });

        Assert.Null((await thief.OpenAsync("/account/two-factor")).QuerySelector("#Code"));
    }

    [Fact]
    public async Task The_cookie_of_the_step_is_guarded()
    {
        await app.WithFactorAsync("sara-guarded");

        using var answer = await app.Visit().SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", "sara-guarded@example.com"), ("Input.Password", People.Password));

        var cookie = Cookies.Of(answer).Single(c => c.StartsWith("second-step=", StringComparison.Ordinal));
        Assert.True(Cookies.IsGuarded(cookie), cookie);
        Assert.DoesNotContain(Cookies.Of(answer), c => c.StartsWith("session=", StringComparison.Ordinal));
    }
}
