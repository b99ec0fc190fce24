using System.ComponentModel;
using System.Globalization;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>POST /api/claim: the free credits, once in each interval.</summary>
internal static class ClaimEndpoint
{
    public static void MapClaim(this IEndpointRouteBuilder api) => api.MapPost("/claim", ClaimAsync).RequireScope(ApiScope.Claim)
        .WithName("claim").WithSummary("Claims the free credits.")
        .WithDescription("Too early, the answer is 429 with the time to wait in Retry-After and with nextClaimAt. Only a person with a confirmed address may claim.")
        .Produces<ApiClaim>();

    private static async Task<IResult> ClaimAsync(DailyClaim claims, CurrentUser me, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var answer = await claims.ClaimAsync(me.Id, cancel);
        return answer.Outcome switch
        {
            ClaimOutcome.Claimed => Results.Ok(new ApiClaim(answer.Credited, answer.NextAt!.Value)),
            ClaimOutcome.NotYet => TooEarly(http, answer.NextAt!.Value, clock.UtcNow()),
            ClaimOutcome.NotConfirmed => ApiProblem.Of(http, StatusCodes.Status403Forbidden, ApiProblemCode.AddressNotConfirmed),
            _ => ApiProblem.Of(http, StatusCodes.Status403Forbidden, ApiProblemCode.ClaimsSwitchedOff),
        };
    }

    private static IResult TooEarly(HttpContext http, DateTime next, DateTime now)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling((next - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ApiProblem.Of(http, StatusCodes.Status429TooManyRequests, ApiProblemCode.ClaimedAlready, KeyValuePair.Create<string, object?>("nextClaimAt", next));
    }
}

internal sealed record ApiClaim(
    [property: Description("How many credits were added.")] long Credited,
    [property: Description("When the next claim is possible (UTC).")] DateTime NextClaimAt);
