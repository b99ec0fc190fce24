using System.IO.Pipelines;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Privacy;

/// <summary>Everything that is a person's, as JSON, written out while it is read.</summary>
public sealed class PersonalExport(AppDbContext db, TimeProvider clock)
{
    /// <summary>Raised when a program that reads an export would have to be changed.</summary>
    public const int SchemaVersion = 1;

    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Values = new() { Encoder = Readable, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };
    private static readonly MethodInfo Query = typeof(PersonalExport).GetMethod(nameof(RowsOf), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>False when there is no such person.</summary>
    public async Task<bool> WriteAsync(Guid userId, Func<PipeWriter> open, CancellationToken cancel)
    {
        var address = await db.Users.Where(u => u.Id == userId && u.DeletedAt == null).Select(u => u.NormalizedEmail).SingleOrDefaultAsync(cancel);
        if (address is null) return false;

        var file = open();
        await using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, Encoder = Readable });
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("exportedAt", clock.UtcNow());
        foreach (var table in PersonalTable.AllOf(db).OrderBy(t => t.Entity.GetTableName(), StringComparer.Ordinal))
            await WriteAsync(json, file, table, [userId, address], cancel);
        json.WriteEndObject();
        await SendAsync(json, file, cancel);
        return true;
    }

    private async Task WriteAsync(Utf8JsonWriter json, PipeWriter file, PersonalTable table, object[] whose, CancellationToken cancel)
    {
        var columns = table.Exported.Where(p => p.PropertyInfo is not null).ToList();
        var documents = table.Entity.GetNavigations().Where(n => n.TargetEntityType.IsMappedToJson()).ToList();
        if (columns.Count == 0) return;

        json.WriteStartArray(JsonNamingPolicy.CamelCase.ConvertName(table.Entity.GetTableName()!));
        var rows = (IQueryable<object>)Query.MakeGenericMethod(table.Entity.ClrType).Invoke(this, [table.Select, whose])!;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            json.WriteStartObject();
            foreach (var column in columns) Write(json, column, row);
            foreach (var document in documents) Write(json, document, row);
            json.WriteEndObject();
            await SendAsync(json, file, cancel);
        }

        json.WriteEndArray();
    }

    private static async Task SendAsync(Utf8JsonWriter json, PipeWriter file, CancellationToken cancel)
    {
        await json.FlushAsync(cancel);
        await file.FlushAsync(cancel);
    }

    private static void Write(Utf8JsonWriter json, IPropertyBase part, object row)
    {
        json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(part.Name));
        JsonSerializer.Serialize(json, part.PropertyInfo!.GetValue(row), Values);
    }

    private IQueryable<T> RowsOf<T>(string sql, object[] whose) where T : class => db.Set<T>().FromSqlRaw(sql, whose).AsNoTracking();
}
