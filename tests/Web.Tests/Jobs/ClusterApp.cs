using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SaaSChat.Infrastructure.Jobs.Quartz;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>The scheduler as it is on SQL Server, in a database and clustered; its tables are in a file of their own here.</summary>
public sealed class ClusterApp : JobsApp
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saaschat-jobs-").FullName;

    protected override void UseEngine(IServiceCollection services)
    {
        base.UseEngine(services);
        services.ConfigureAllQuartzSchedulers(quartz => quartz.UseCluster(store =>
        {
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.Combine(_folder, "jobs.db")};Pooling=False");
            store.ProvisionSchema();
        }));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
