using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class RoleChangeTests : IDisposable
{
    private readonly TestApp _app = new();

    [Fact]
    public async Task Whoever_gets_a_role_has_it_after_signing_in_again()
    {
        var sara = await _app.SignedInAsync("sara");
        Assert.Equal(HttpStatusCode.Forbidden, await sara.StatusAsync("/admin/users"));

        Assert.True(await SetAsync("sara@example.com", Roles.Support));

        Assert.Equal(HttpStatusCode.Redirect, await sara.StatusAsync("/dashboard"));
        await sara.SignInAsync("sara@example.com", People.Password);
        Assert.Equal(HttpStatusCode.OK, await sara.StatusAsync("/admin/users"));
    }

    [Fact]
    public async Task Whoever_loses_a_role_is_out_with_the_next_request()
    {
        var layla = await _app.SignedInAsync("layla", Roles.Admin);
        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin/audit"));

        Assert.True(await SetAsync("layla@example.com", null));

        Assert.Equal(HttpStatusCode.Redirect, await layla.StatusAsync("/admin/audit"));
        await layla.SignInAsync("layla@example.com", People.Password);
        Assert.Equal(HttpStatusCode.Forbidden, await layla.StatusAsync("/admin/audit"));
    }

    [Fact]
    public async Task A_new_role_takes_the_place_of_the_old_one_and_the_log_tells_both()
    {
        var id = await _app.AddUserAsync("omar@example.com", Roles.Support);

        Assert.True(await SetAsync("omar@example.com", Roles.Ops));

        Assert.Equal(Roles.Ids[Roles.Ops], await _app.AskAsync(db => db.UserRoles.Where(r => r.UserId == id).Select(r => r.RoleId).SingleAsync()));
        var entry = await _app.AskAsync(db => db.AuditEntries.SingleAsync(e => e.Action == AuditAction.RoleChanged));
        Assert.Equal((id.ToString(), Roles.Support, Roles.Ops, AuditActorKind.Operator), (entry.SubjectId, entry.Before, entry.After, entry.ActorKind));
    }

    [Fact]
    public async Task The_role_that_somebody_has_already_ends_nothing()
    {
        var layla = await _app.SignedInAsync("layla", Roles.Admin);

        Assert.True(await SetAsync("layla@example.com", Roles.Admin));

        Assert.Equal(HttpStatusCode.OK, await layla.StatusAsync("/admin"));
        Assert.False(await _app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.RoleChanged)));
    }

    [Fact]
    public async Task Nobody_of_that_address_gets_no_role() => Assert.False(await SetAsync("nobody@example.com", Roles.Admin));

    public void Dispose() => _app.Dispose();

    private Task<bool> SetAsync(string email, string? role) =>
        _app.InScopeAsync(s => s.GetRequiredService<RoleChange>().SetAsync(email, role, AuditActor.Operator, CancellationToken.None));
}
