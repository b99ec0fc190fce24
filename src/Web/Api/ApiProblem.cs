using System.Text.Json;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;
using SaaSChat.Web.Errors;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Api;

/// <summary>A refusal or a failure as problem+json: a code that never changes, and a title in the caller's language.</summary>
internal static class ApiProblem
{
    private static readonly object Reason = new();

    /// <summary>Says more of the refusal than its status does.</summary>
    public static void Because(this HttpContext http, ApiProblemCode code) => http.Items[Reason] = code;

    public static Task WriteAsync(HttpContext http) =>
        WriteAsync(http, http.Items[Reason] as ApiProblemCode? ?? CodeOf(http.Response.StatusCode));

    public static Task WriteAsync(HttpContext http, ApiProblemCode code) => Of(http, http.Response.StatusCode, code).ExecuteAsync(http);

    public static IResult Of(HttpContext http, int status, ApiProblemCode code, params IEnumerable<KeyValuePair<string, object?>> more)
    {
        // What is refused on the way in is told on the way out, where the request's language is no longer spoken.
        using var caller = Speaking.In(http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? Cultures.English);
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{code}");
        return Results.Problem(
            statusCode: status,
            type: $"urn:saaschat:problem:{name}",
            title: http.RequestServices.GetRequiredService<IStringLocalizer<Text>>()[$"Errors.Api.{code}"],
            extensions: [KeyValuePair.Create<string, object?>("code", name), KeyValuePair.Create<string, object?>("traceId", ErrorPagesSetup.ReferenceOf(http)), .. more]);
    }

    private static ApiProblemCode CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ApiProblemCode.BadRequest,
        StatusCodes.Status401Unauthorized => ApiProblemCode.MissingKey,
        StatusCodes.Status403Forbidden => ApiProblemCode.Forbidden,
        StatusCodes.Status404NotFound => ApiProblemCode.NotFound,
        StatusCodes.Status405MethodNotAllowed => ApiProblemCode.MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => ApiProblemCode.RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => ApiProblemCode.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => ApiProblemCode.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ApiProblemCode.TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => ApiProblemCode.Unavailable,
        < 500 => ApiProblemCode.Refused,
        _ => ApiProblemCode.Failed,
    };
}
