using Microsoft.Extensions.Logging.Console;

namespace SaaSChat.Web.Operations;

internal static class LogsSetup
{
    private static readonly string[] Talkative =
        ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore.Database.Command"];

    /// <summary>One line for a person in Development, one JSON object a line elsewhere. A command keeps standard output for its answer.</summary>
    public static void AddLogs(this IHostApplicationBuilder builder, bool forCommand)
    {
        var logs = builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            logs.AddSimpleConsole(line => (line.SingleLine, line.TimestampFormat) = (true, "HH:mm:ss "));
        else
            logs.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>().AddConsole(console => console.FormatterName = JsonLines.Format);

        if (forCommand)
        {
            logs.AddFilter(level => level >= LogLevel.Warning);
            logs.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        // Until the site serves, these tell with a stack trace what Refusals says in one sentence.
        var start = new StartUp();
        builder.Services.AddSingleton(start);
        foreach (var category in Talkative) logs.AddFilter(category, level => start.IsOver && level >= LogLevel.Warning);
    }
}
