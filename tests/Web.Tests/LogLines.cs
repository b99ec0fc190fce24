using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests;

/// <summary>What the program logged, whole: level, sentence and exception.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> All => _lines;

    public int Count(LogLevel level, string part) =>
        _lines.Count(l => l.StartsWith(level.ToString(), StringComparison.Ordinal) && l.Contains(part, StringComparison.Ordinal));

    /// <summary>Answers as soon as such a line is there, and fails after five seconds.</summary>
    public async Task WaitForAsync(LogLevel level, string part)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (Count(level, part) == 0) await Task.Delay(10, tooLate.Token);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(_lines);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {formatter(state, exception)} {exception}"));
    }
}
