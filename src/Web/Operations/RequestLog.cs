using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace SaaSChat.Web.Operations;

/// <summary>One line for each request: its route as it stands in the code, never the address itself, whose ids and query may be secrets.</summary>
internal static partial class RequestLog
{
    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SaaSChat.Web.Requests");
        var live = app.Services.GetRequiredService<LivePerformance>();
        app.Use(async (http, next) =>
        {
            live.Begin();
            var began = Stopwatch.GetTimestamp();
            string? route = null;
            http.Response.OnStarting(() =>
            {
                route = RouteOf(http);
                return Task.CompletedTask;
            });
            try
            {
                await next(http);
            }
            finally
            {
                route ??= RouteOf(http);
                var took = Stopwatch.GetElapsedTime(began);
                RequestSpan.Describe(http, route);
                live.End(IsStream(http) ? null : took, http.Response.StatusCode);
                Line(log, LevelFor(http), http.Request.Method, route, http.Response.StatusCode, Math.Round(took.TotalMilliseconds, 1), TraceOf(http));
            }
        });
    }

    // An error page is another endpoint: the line names the one that was asked for, which is known only while the answer begins.
    private static string RouteOf(HttpContext http)
    {
        var asked = http.Features.Get<IStatusCodeReExecuteFeature>() is { } replaced ? replaced.Endpoint
            : http.Features.Get<IExceptionHandlerFeature>() is { } failed ? failed.Endpoint
            : http.GetEndpoint();
        return asked is RouteEndpoint { RoutePattern.RawText: { } route } ? "/" + route.TrimStart('/') : "(none)";
    }

    private static bool IsStream(HttpContext http) => http.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;

    private static LogLevel LevelFor(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? LogLevel.Information : LogLevel.Debug;

    private static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    [LoggerMessage(EventId = 1, Message = "{Method} {Route} {Status} {Milliseconds} ms {Trace}")]
    private static partial void Line(ILogger log, LogLevel level, string method, string route, int status, double milliseconds, string trace);
}
