using System.Globalization;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>How many rows a page of an answer has.</summary>
internal static class ApiPaging
{
    public const string LimitSays = "How many rows at most, from 1 to 200; 50 when left out.";
    public const string CursorSays = "The nextCursor of the page before; nothing for the first page.";

    private const int Default = 50;
    private const int Most = 200;

    /// <summary>Null when it is no such number.</summary>
    public static int? Limit(string? typed) =>
        string.IsNullOrEmpty(typed) ? Default : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit : null;

    public static IResult Unreadable(HttpContext http) => ApiProblem.Of(http, StatusCodes.Status400BadRequest, ApiProblemCode.InvalidQuery);

    public static IResult NotThere(HttpContext http) => ApiProblem.Of(http, StatusCodes.Status404NotFound, ApiProblemCode.NotFound);
}
