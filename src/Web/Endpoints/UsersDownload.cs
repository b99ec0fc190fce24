using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Pages.Admin.Users;

namespace SaaSChat.Web.Endpoints;

/// <summary>People as a file for spreadsheets: every one of the selection, written page by page.</summary>
internal sealed class UsersDownload(AppDbContext db, TimeProvider clock, IStringLocalizer<Text> text)
{
    private const int Page = 1_000;

    private static readonly string[] Columns =
    [
        "Admin.Users.Id", "Account.SignIn.Email", "Admin.Users.Name", "Admin.Users.State", "Admin.Users.Confirmed", "Admin.Users.Role", "Admin.Users.Plan",
        "Admin.Users.Tokens", "Admin.Users.Cost", "Admin.Users.Balance", "Admin.Users.Created", "Admin.Users.LastSeen",
    ];

    // A text that a spreadsheet would take for a formula is made plain; without the mark at the beginning it takes Arabic for Latin.
    private static readonly CsvWriterOptions ForSpreadsheets = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public async Task WriteAsync(UserSearch search, HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"users.csv\"";

        await using var csv = CsvWriter.Create(response.Body, ForSpreadsheets, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => text[column].Value)], cancel);
        for (AppUser? last = null; ;)
        {
            var users = search.In(db);
            if (last is not null) users = users.After(last);
            var rows = await db.RowsOf(users.NewestFirst().Take(Page), clock.UtcNow()).ToListAsync(cancel);
            foreach (var row in rows)
            {
                Write(csv, row);
                await csv.EndRecordAsync(cancel);
            }

            if (rows.Count < Page) return;
            var id = rows[^1].Id;
            last = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, cancel);
        }
    }

    private static void Write(CsvWriter csv, UserRow row)
    {
        csv.WriteField(row.Id.ToString());
        csv.WriteField(row.Email ?? "");
        csv.WriteField(row.Name);
        csv.WriteField(row.State);
        csv.WriteField(row.IsConfirmed ? "1" : "0");
        csv.WriteField(row.Role);
        csv.WriteField(row.Plan ?? "");
        csv.WriteField(row.Tokens, default, CultureInfo.InvariantCulture);
        csv.WriteField(Picodollars.ToDollars(row.Cost).ToString(CultureInfo.InvariantCulture));
        csv.WriteField(row.Balance, default, CultureInfo.InvariantCulture);
        csv.WriteField(Fmt.Iso(row.CreatedAt));
        csv.WriteField(row.LastSeenAt is { } seen ? Fmt.Iso(seen) : "");
    }
}

internal static class UsersDownloadSetup
{
    public static void MapUsersDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/admin/users.csv", async ([AsParameters] UserQuery query, UsersDownload download, HttpContext http) =>
        {
            if (query.Read() is { } search) await download.WriteAsync(search, http.Response, http.RequestAborted);
            else http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }).RequireAuthorization(Roles.Support);
}
