using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>GET /api/user: who is asking.</summary>
internal static class UserEndpoint
{
    public static void MapUser(this IEndpointRouteBuilder api) =>
        api.MapGet("/user", AskAsync).RequireScope(ApiScope.ReadUser).WithName("getUser").WithSummary("The person whose key this is.");

    private static Task<ApiUser> AskAsync(AppDbContext db, CurrentUser me, CancellationToken cancel) =>
        db.Users.AsNoTracking().Where(u => u.Id == me.Id)
            .Select(u => new ApiUser(u.Id, u.Email!, u.EmailConfirmed, u.Name, u.Language, u.TimeZone, u.CreatedAt)).SingleAsync(cancel);
}

internal sealed record ApiUser(
    [property: Description("Never changes.")] Guid Id,
    [property: Description("The address that they sign in with.")] string Email,
    [property: Description("Whether they have shown that the address is theirs.")] bool EmailConfirmed,
    [property: Description("What they call themselves.")] string Name,
    [property: Description("The language that they read: en or ar.")] string Language,
    [property: Description("Their time zone, as an IANA name.")] string TimeZone,
    [property: Description("When they signed up (UTC).")] DateTime CreatedAt);
