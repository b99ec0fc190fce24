using System.Globalization;
using System.IO.Pipelines;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web.Endpoints;

/// <summary>A person's own data as a file. It leaves while it is read, however much it is.</summary>
internal static class PersonalDataEndpoint
{
    public static void MapPersonalData(this IEndpointRouteBuilder routes) => routes.MapGet("/account/privacy/export", DownloadAsync).RequireAuthorization().WithMetadata(new OpenBeforeTermsAttribute());

    private static async Task<IResult> DownloadAsync(HttpResponse response, PersonalExport export, CurrentUser me, TimeProvider clock, CancellationToken cancel)
    {
        var written = await export.WriteAsync(me.Id, Open, cancel);
        return written ? TypedResults.Empty : TypedResults.NotFound();

        PipeWriter Open()
        {
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"saaschat-data-{clock.UtcNow():yyyy-MM-dd}.json\"");
            return response.BodyWriter;
        }
    }
}
