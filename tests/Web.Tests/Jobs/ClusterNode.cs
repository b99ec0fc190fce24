using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>A process that is a node of a cluster, with its pages at a port of its own, until it is killed.</summary>
internal static class ClusterNode
{
    public const string Name = "cluster-node";

    /// <param name="connectionString">The database that the nodes share.</param>
    /// <param name="isDoomed">It begins a job that it will never end.</param>
    public static async Task<int> RunAsync(string connectionString, bool isDoomed)
    {
        await using var app = new ClusterApp(TestDatabase.At(connectionString));
        await using var node = app.WithWebHostBuilder(builder => builder
            .UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0").UseSetting("Quota:CreditsPerUnit", "100").UseSetting("RateLimits:Enabled", "false"));
        node.UseKestrel(port: 0);
        node.StartServer();
        if (isDoomed) await node.Services.GetRequiredService<IBackgroundJobs>().EnqueueAsync<OutlivingJob, int>(Environment.ProcessId);
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
