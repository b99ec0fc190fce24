using System.Diagnostics;
using System.Text;

namespace SaaSChat.Web.Tests.Operations;

/// <summary>The built program as an operator starts it: a process of its own.</summary>
public sealed class RunningProgram : IDisposable
{
    public const string Secret = "a-secret-for-tests-that-is-long-enough";

    private const string Built = "SaaSChat.Web.dll";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process = new();
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    private RunningProgram(string program, string[] arguments, (string Key, string Value)[] environment, string? input)
    {
        _process.StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = program == Built ? Repository.Path("src", "Web") : AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // It lives for a second or two: too short for what it would learn about itself to pay.
        _process.StartInfo.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in environment) _process.StartInfo.Environment[key] = value;
        _process.OutputDataReceived += (_, line) => Keep(_out, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
    }

    public string Out => Read(_out);
    public string Error => Read(_error);

    public static RunningProgram Start(string[] arguments, params (string Key, string Value)[] environment) => new(Built, arguments, environment, null);

    /// <summary>This assembly, as a program.</summary>
    public static RunningProgram StartOfTests(params string[] arguments) => new(Path.GetFileName(typeof(RunningProgram).Assembly.Location), arguments, [], null);

    /// <summary>Runs it to its end.</summary>
    public static async Task<RunningProgram> RunAsync(string[] arguments, (string Key, string Value)[] environment, string? input = null)
    {
        var program = new RunningProgram(Built, arguments, environment, input);
        await program.EndAsync();
        return program;
    }

    public async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>The line of its output that holds the words, once it is there.</summary>
    public async Task<string> LineWithAsync(string words)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < Patience && !_process.HasExited; await Task.Delay(50))
        {
            if (Out.Split('\n').FirstOrDefault(l => l.Contains(words, StringComparison.Ordinal)) is { } line) return line;
        }

        throw new InvalidOperationException($"It never said \"{words}\".\n{Out}\n{Error}");
    }

    /// <summary>Asks it to stop as a container engine does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <summary>As a power cut does: it can say and save nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>How long it has kept a processor busy.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Keep(StringBuilder lines, string? line)
    {
        if (line is null) return;
        lock (lines) lines.Append(line).Append('\n');
    }

    private static string Read(StringBuilder lines)
    {
        lock (lines) return lines.ToString();
    }
}
