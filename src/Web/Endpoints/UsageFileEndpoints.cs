using SaaSChat.Domain.Exports;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Endpoints;

/// <summary>Usage as a file: any selection at once, or what was written in the background.</summary>
internal static class UsageFileEndpoints
{
    public static void MapUsageFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/usage/export/file", SendAsync).RequireAuthorization();
        routes.MapGet("/usage/exports/{id:guid}/file", SendWrittenAsync).RequireAuthorization();
    }

    private static async Task SendAsync([AsParameters] FileQuery asked, MyExports exports, HttpContext http, CancellationToken cancel)
    {
        if (asked.Query.Read() is not { } filter || MyExports.FormatOf(asked.Format) is not { } format) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (!await exports.KnowsAsync(filter, cancel)) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else await exports.SendAsync(filter, format, http.Response, cancel);
    }

    private static async Task SendWrittenAsync(Guid id, MyExports exports, HttpContext http, CancellationToken cancel)
    {
        if (await exports.FindAsync(id, cancel) is { State: ExportState.Done } export) await exports.SendAsync(export, http.Response, cancel);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    internal sealed record FileQuery(string? From, string? To, string? Model, string? Conversation, string? Key, string? Status, string? TokenType, string? Format)
    {
        public UsageQuery Query => new() { From = From, To = To, Model = Model, Conversation = Conversation, Key = Key, Status = Status, TokenType = TokenType };
    }
}
