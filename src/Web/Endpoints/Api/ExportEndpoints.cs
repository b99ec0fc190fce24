using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Exports;
using SaaSChat.Web.Api;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Endpoints.Api;

/// <summary>POST /api/usage/export: a short file at once, a long one as a job that can be asked about.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/usage/export", ExportAsync).RequireScope(ApiScope.ReadUsage).TakesBody<ApiExportOrder>().WithName("exportUsage")
            .WithSummary("Usage as a file: at once where it is short, else 202 with the address where the job tells how far it is.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").Produces<ApiExportJob>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/usage/exports/{id:guid}", AskAsync).RequireScope(ApiScope.ReadUsage).WithName("getExport")
            .WithSummary("How far an export is.").Produces<ApiExport>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/usage/exports/{id:guid}/file", FetchAsync).RequireScope(ApiScope.ReadUsage).WithName("getExportFile")
            .WithSummary("The file of an export that is done.").Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ExportAsync(MyExports exports, HttpContext http, CancellationToken cancel)
    {
        var order = await http.ReadBodyAsync<ApiExportOrder>();
        var query = new UsageQuery { From = order?.From, To = order?.To };
        if (query.Read() is not { } filter || MyExports.FormatOf(order?.Format) is not { } format)
            return ApiProblem.Of(http, StatusCodes.Status400BadRequest, ApiProblemCode.InvalidBody);
        if (await exports.AskAsync(query, filter, format, cancel) is { } id) return Results.Accepted(StatusOf(id), new ApiExportJob(id, StatusOf(id)));

        await exports.SendAsync(filter, format, http.Response, cancel);
        return Results.Empty;
    }

    private static async Task<IResult> AskAsync([FromRoute] Guid id, MyExports exports, HttpContext http, CancellationToken cancel) =>
        await exports.FindAsync(id, cancel) is { } export
            ? Results.Ok(new ApiExport(export.Id, ApiBalance.Word(export.State), export.Percent, export.State == ExportState.Done ? $"{StatusOf(export.Id)}/file" : null, export.ExpiresAt))
            : ApiPaging.NotThere(http);

    private static async Task<IResult> FetchAsync([FromRoute] Guid id, MyExports exports, HttpContext http, CancellationToken cancel)
    {
        if (await exports.FindAsync(id, cancel) is not { State: ExportState.Done } export) return ApiPaging.NotThere(http);

        await exports.SendAsync(export, http.Response, cancel);
        return Results.Empty;
    }

    private static string StatusOf(Guid id) => $"/api/usage/exports/{id}";
}

internal sealed record ApiExportOrder(
    [property: Description("The first day, as YYYY-MM-DD; since the first use when left out.")] string? From,
    [property: Description("The last day, counted in.")] string? To,
    [property: Description("csv or json.")] string? Format);

internal sealed record ApiExportJob(
    [property: Description("The job.")] Guid JobId,
    [property: Description("Where it tells how far it is.")] string StatusUrl);

internal sealed record ApiExport(
    [property: Description("The job.")] Guid JobId,
    [property: Description("waiting, running, done or failed.")] string State,
    [property: Description("How much of it is written.")] int Percent,
    [property: Description("Where the file is; null until it is done.")] string? Url,
    [property: Description("Until when it can be fetched (UTC).")] DateTime ExpiresAt);
