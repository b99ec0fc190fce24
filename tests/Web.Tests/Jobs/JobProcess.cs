using System.Diagnostics;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>A node of the cluster as a process of its own, which begins a job and is killed at it.</summary>
internal static class JobProcess
{
    public const string Name = "job";

    public static Process Start(string file, Guid id, string temporary)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(JobProcess).Assembly.Location, Name, file, $"{id}"]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["TMPDIR"] = temporary;
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync(string file, Guid id)
    {
        await using var node = new ClusterApp(file);
        await node.Jobs.EnqueueAsync<OutlivingJob, OutlivingJob.Args>(new(id, Environment.ProcessId));
        await node.Witness.NextAsync(id);
        Console.WriteLine("begun");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
