using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class SessionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Each_sign_in_is_a_session_of_its_own_and_signing_out_ends_only_that_one()
    {
        var (desk, phone) = (app.Visit(), app.Visit());
        await desk.SignInAsAdminAsync();
        await phone.SignInAsAdminAsync();

        using var answer = await phone.SubmitAsync("/account/sign-out", "/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, await phone.StatusAsync("/dashboard"));
        Assert.Equal(HttpStatusCode.OK, await desk.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task A_copied_cookie_is_worthless_once_its_person_signed_out()
    {
        var layla = app.Visit();
        using var signedIn = await layla.SubmitAsync("/account/sign-in", "/account/sign-in",
            ("Input.Email", DevelopmentAdmin.Email), ("Input.Password", DevelopmentAdmin.Password));
        var thief = app.Visit();
        thief.Client.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        Assert.Equal(HttpStatusCode.OK, await thief.StatusAsync("/dashboard"));

        using var signedOut = await layla.SubmitAsync("/account/sign-out", "/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task A_suspended_person_is_out_with_the_next_request()
    {
        var omar = app.Visit();
        var id = await app.AddUserAsync("omar@example.com");
        await omar.SignInAsync("omar@example.com", People.Password);
        Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync("/dashboard"));

        await app.AskAsync(async db =>
        {
            (await db.Users.SingleAsync(u => u.Id == id)).Suspend(DateTime.UtcNow);
            return await db.SaveChangesAsync();
        });
        await app.InScopeAsync(s => s.GetRequiredService<Sessions>().EndAllAsync(id, except: null, CancellationToken.None));

        Assert.Equal(HttpStatusCode.Redirect, await omar.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var session = await app.AskAsync(db => db.Sessions.Where(s => s.EndedAt == null).OrderByDescending(s => s.StartedAt).FirstAsync());

        var ended = await app.InScopeAsync(s => s.GetRequiredService<Sessions>().EndAsync(Guid.NewGuid(), session.Id, CancellationToken.None));

        Assert.False(ended);
        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/dashboard"));
    }

    [Fact]
    public async Task Of_many_who_press_one_link_at_once_one_is_served()
    {
        var sara = await app.AddUserAsync("sara@example.com");
        var token = await app.InScopeAsync(async s =>
        {
            var made = await s.GetRequiredService<OneTimeLinks>().MakeAsync(sara, LinkPurpose.ConfirmAddress, null, CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return made;
        });

        var uses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ =>
            app.InScopeAsync(s => s.GetRequiredService<OneTimeLinks>().UseAsync(token, LinkPurpose.ConfirmAddress, CancellationToken.None))));

        Assert.Single(uses, used => used is not null);
        Assert.Null(await app.InScopeAsync(s => s.GetRequiredService<OneTimeLinks>().UseAsync(token, LinkPurpose.ConfirmAddress, CancellationToken.None)));
    }
}
