using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Endpoints;

/// <summary>The history as a file for spreadsheets: every row of the selection, written while it is read.</summary>
internal sealed class HistoryDownload(AppDbContext db, CurrentUser me, Preferences preferences, IStringLocalizer<Text> text)
{
    private static readonly string[] Columns =
        ["Balance.History.Number", "Balance.History.When", "Balance.History.What", "Balance.History.Lots", "Balance.History.Before", "Balance.History.Change", "Balance.History.After", "Balance.Debt"];

    // A text that a spreadsheet would take for a formula is made plain; without the mark at the beginning it takes Arabic for Latin.
    private static readonly CsvWriterOptions ForSpreadsheets = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public async Task WriteAsync(HistoryFilter filter, HttpResponse response, CancellationToken cancel)
    {
        var account = await db.Accounts.OfPerson(me.Id).Select(a => a.Id).SingleAsync(cancel);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"history.csv\"";

        await using var csv = CsvWriter.Create(response.Body, ForSpreadsheets, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => text[column].Value)], cancel);

        var entries = filter.Of(db.CreditEntries, preferences.Zone).Where(e => e.AccountId == account).OrderBy(e => e.Seq);
        await foreach (var row in entries.AsHistory(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Write(csv, row);
            await csv.EndRecordAsync(cancel);
        }
    }

    private void Write(CsvWriter csv, HistoryRow row)
    {
        csv.WriteField(row.Seq, default, CultureInfo.InvariantCulture);
        csv.WriteField(Fmt.Iso(row.At));
        csv.WriteField(text[$"Credits.Reason.{row.Reason}"].Value);
        csv.WriteField(string.Join("; ", row.Lots.Select(lot => $"{text[$"Credits.Source.{lot.Source}"]} {lot.Amount.ToString(CultureInfo.InvariantCulture)}")));
        csv.WriteField(row.BalanceBefore, default, CultureInfo.InvariantCulture);
        csv.WriteField(row.Amount, default, CultureInfo.InvariantCulture);
        csv.WriteField(row.BalanceAfter, default, CultureInfo.InvariantCulture);
        csv.WriteField(row.DebtChange, default, CultureInfo.InvariantCulture);
    }
}

internal static class HistoryDownloadSetup
{
    public static void MapHistoryDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/balance/history.csv", async (string? from, string? to, string? reason, HistoryDownload download, HttpContext http) =>
        {
            if (HistoryFilter.Read(from, to, reason) is { } filter) await download.WriteAsync(filter, http.Response, http.RequestAborted);
            else http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }).RequireAuthorization();
}
