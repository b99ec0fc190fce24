using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CsvHelper;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Endpoints.Api;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

/// <summary>Usage as a file, written while it is read. The headers of a table are in its reader's language; what is in the rows is for programs.</summary>
public sealed class UsageFiles(AppDbContext db, IStringLocalizer<Text> text)
{
    private static readonly string[] Columns =
    [
        "Usage.Export.Number", "Usage.Record.At", "Usage.Record.Model", "Usage.Record.Source", "Usage.Export.Conversation", "Usage.By.Keys.One",
        "Usage.Kinds.Input", "Usage.Kinds.Read", "Usage.Kinds.Write", "Usage.Kinds.Output", "Usage.Export.Cost", "Usage.Total.Credits", "Usage.Record.Status",
    ];

    // A text that a spreadsheet would take for a formula is made plain; without the mark at the beginning it takes Arabic for Latin.
    private static readonly CsvWriterOptions ForSpreadsheets = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private static readonly JsonSerializerOptions Values = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The rest of a job: in the language that was asked in.</summary>
    public async Task WriteAsync(Export export, Stream to, Func<long, Task> written, CancellationToken cancel)
    {
        using var reader = Speaking.In(Cultures.Find(export.Language) ?? Cultures.English);
        var query = QueryHelpers.ParseQuery(export.Query);
        var filter = new UsageQuery
        {
            From = query.GetValueOrDefault("from"), To = query.GetValueOrDefault("to"), Model = query.GetValueOrDefault("model"), Key = query.GetValueOrDefault("key"),
            Conversation = query.GetValueOrDefault("conversation"), Status = query.GetValueOrDefault("status"), TokenType = query.GetValueOrDefault("tokenType"),
        }.Read() ?? throw new InvalidOperationException("It was read when it was asked for.");
        await WriteAsync(export.AccountId!.Value, filter, export.LastSeq, export.Format, to, written, cancel);
    }

    public Task WriteAsync(Guid accountId, UsageFilter filter, long lastSeq, ExportFormat format, Stream to, Func<long, Task> written, CancellationToken cancel)
    {
        var pages = db.UsageRecords.Of(accountId, filter).InPagesAsync(lastSeq, cancel);
        return format == ExportFormat.Csv ? WriteTableAsync(pages, to, written, cancel) : WriteJsonAsync(pages, to, written, cancel);
    }

    public static string TypeOf(ExportFormat format) => format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8";

    public static string NameOf(ExportFormat format, DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"usage-{at:yyyy-MM-dd}.{(format == ExportFormat.Csv ? "csv" : "json")}\"");

    private async Task WriteTableAsync(IAsyncEnumerable<IReadOnlyList<UsageRecord>> pages, Stream to, Func<long, Task> written, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(to, ForSpreadsheets, leaveOpen: true);
        await csv.WriteRecordAsync([.. Columns.Select(column => text[column].Value)], cancel);
        var rows = 0L;
        await foreach (var page in pages)
        {
            foreach (var record in page)
            {
                Write(csv, record);
                await csv.EndRecordAsync(cancel);
            }

            await written(rows += page.Count);
        }
    }

    private static void Write(CsvWriter csv, UsageRecord record)
    {
        csv.WriteField(record.Seq, default, CultureInfo.InvariantCulture);
        csv.WriteField(Fmt.Iso(record.At));
        csv.WriteField(record.ModelKey);
        csv.WriteField(ApiBalance.Word(record.Source));
        csv.WriteField(record.ConversationId?.ToString() ?? "");
        csv.WriteField(record.KeyId?.ToString() ?? "");
        foreach (var tokens in new[] { record.InputTokens, record.ReadTokens, record.WriteTokens, record.OutputTokens }) csv.WriteField(tokens, default, CultureInfo.InvariantCulture);
        csv.WriteField(Picodollars.ToDollars(record.Cost).ToString(CultureInfo.InvariantCulture));
        csv.WriteField(record.Credits, default, CultureInfo.InvariantCulture);
        csv.WriteField(ApiBalance.Word(record.Status));
    }

    private static async Task WriteJsonAsync(IAsyncEnumerable<IReadOnlyList<UsageRecord>> pages, Stream to, Func<long, Task> written, CancellationToken cancel)
    {
        // Through a buffer: the serializer flushes after each value, and would do so at once to a stream that must not be waited for.
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Values.Encoder });
        json.WriteStartArray();
        var rows = 0L;
        await foreach (var page in pages)
        {
            foreach (var record in page) JsonSerializer.Serialize(json, ApiTransaction.Of(record), Values);
            await to.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
            await written(rows += page.Count);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancel);
        await to.WriteAsync(buffer.WrittenMemory, cancel);
    }
}
