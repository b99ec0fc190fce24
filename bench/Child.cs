using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SaaSChat.Bench;

/// <summary>A server in a process of its own on a free port of this machine; what it prints is read and dropped.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private Child(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident, in bytes.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<Child> ServeAsync(string folder, string[] arguments, params (string Key, string Value)[] environment)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var child = new Child(Start(folder, [.. arguments, $"--urls={address}"], environment), address);
        for (var began = Stopwatch.StartNew(); began.Elapsed < Patience && !child._process.HasExited; await Task.Delay(100))
        {
            if (await IsOpenAsync(address)) return child;
        }

        child.Dispose();
        throw new InvalidOperationException($"{string.Join(' ', arguments)} did not begin to serve.");
    }

    public static async Task RunAsync(string folder, string[] arguments, params (string Key, string Value)[] environment)
    {
        using var process = Start(folder, arguments, environment);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static Process Start(string folder, string[] arguments, (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in environment) start.Environment[key] = value;

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<bool> IsOpenAsync(Uri address)
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
