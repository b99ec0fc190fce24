using System.Text.Json;

namespace SaaSChat.Web.Api;

/// <summary>What programs send. It is read by the endpoint itself: after it is known that the call is no other site's, and so that what cannot be read is told as a problem.</summary>
internal static class ApiBodies
{
    /// <summary>Null when it is not what was asked for.</summary>
    public static async Task<T?> ReadBodyAsync<T>(this HttpContext http) where T : class
    {
        if (!http.Request.HasJsonContentType()) return null;
        try
        {
            return await http.Request.ReadFromJsonAsync<T>(http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static RouteHandlerBuilder TakesBody<T>(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NeededBody(typeof(T)));
}

internal sealed record NeededBody(Type Type);
