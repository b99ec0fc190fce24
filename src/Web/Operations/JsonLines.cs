using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace SaaSChat.Web.Operations;

/// <summary>One JSON object a line. The framework's own formatter would add the request's path, in which links carry their secrets.</summary>
internal sealed class JsonLines() : ConsoleFormatter(Format)
{
    public const string Format = "json-lines";

    private const string Template = "{OriginalFormat}";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", TimeProvider.System.GetUtcNow().UtcDateTime);
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            if (Activity.Current is { } activity) json.WriteString("trace", activity.TraceId.ToHexString());
            if (logEntry.Exception is { } exception) json.WriteString("exception", exception.ToString());
            if (logEntry.State is IReadOnlyList<KeyValuePair<string, object?>> values) WriteValues(json, values);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        json.WriteStartObject("values");
        foreach (var (name, value) in values.Where(v => v.Key != Template))
        {
            if (value is int or long or double) json.WriteNumber(name, Convert.ToDouble(value, CultureInfo.InvariantCulture));
            else json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }
}
