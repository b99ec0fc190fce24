using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SaaSChat.Infrastructure.Jobs.Quartz;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>The scheduler as it is on SQL Server, in a database and clustered; its tables are in a file of their own here.</summary>
public sealed class ClusterApp : JobsApp
{
    private readonly string? _own;

    public ClusterApp() => File = Path.Combine(_own = Directory.CreateTempSubdirectory("saaschat-jobs-").FullName, "jobs.db");

    internal ClusterApp(string file) => File = file;

    internal string File { get; }

    protected override void UseEngine(IServiceCollection services)
    {
        base.UseEngine(services);
        services.ConfigureAllQuartzSchedulers(quartz => quartz.UseCluster(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={File};Pooling=False");
            store.ProvisionSchema();
        }));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_own)) Directory.Delete(_own, recursive: true);
    }
}
