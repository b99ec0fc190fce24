using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests;

/// <summary>The people of the tests: sara and omar use the site, layla runs it.</summary>
public static class People
{
    public const string Password = "violet tram under glass";

    public static async Task<Guid> AddUserAsync(this WebApplicationFactory<Program> app, string email, string? role = null, PlanOffer? plan = null) =>
        await app.InScopeAsync(async services =>
        {
            var added = await services.GetRequiredService<NewUser>().AddAsync(email, Password, role, AuditActor.Operator, CancellationToken.None, plan);
            Assert.True(added.Succeeded, added.ToString());
            var id = (await services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<AppUser>>().FindByEmailAsync(email))!.Id;
            var db = services.GetRequiredService<AppDbContext>();
            await db.AcceptTermsAsync(id, DateTime.UtcNow, CancellationToken.None);
            await db.SaveChangesAsync();
            return id;
        });

    /// <summary>Somebody who uses the site, signed in.</summary>
    public static async Task<Visitor> SignedInAsync(this WebApplicationFactory<Program> app, string name, string? role = null)
    {
        await app.AddUserAsync($"{name}@example.com", role);
        var visitor = app.Visit();
        Assert.Equal(HttpStatusCode.Redirect, await visitor.SignInAsync($"{name}@example.com", Password));
        return visitor;
    }
}
