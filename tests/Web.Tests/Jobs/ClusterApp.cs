using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Impl.AdoJobStore;
using Quartz.Impl.AdoJobStore.Common;
using SaaSChat.Infrastructure.Jobs.Quartz;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>The scheduler as it is on SQL Server, in a database and clustered; its tables are in a file beside the application's.</summary>
public sealed class ClusterApp : JobsApp
{
    private readonly bool _isNode;

    public ClusterApp()
    {
    }

    /// <summary>One of several on the same files.</summary>
    internal ClusterApp(TestDatabase database) : base(database) => _isNode = true;

    protected override void UseEngine(IServiceCollection services)
    {
        base.UseEngine(services);
        var file = Path.Combine(Folder, _isNode ? "jobs.db" : $"jobs-{Guid.NewGuid():N}.db");
        services.ConfigureAllQuartzSchedulers(quartz => quartz.UseCluster(store =>
        {
            // Before the database, which brings one of its own where none was chosen.
            store.UseDriverDelegate<SharedFile>();
            store.UseGenericDatabase(SqliteFactory.Instance, $"Data Source={file};Pooling=False", new DbMetadata
            {
                ProductName = "SQLite", ParameterNamePrefix = "@", UseParameterNamePrefixInParameterCollection = true, BindByName = true,
            });
            store.UseLockHandler<UpdateRowLockHandler>();
            store.ProvisionSchema();
        }));
    }

    // Quartz's own dialect of SQLite locks within the process and refuses a cluster. Every transaction of the driver takes the file's one lock
    // at its beginning, so that processes that share a file are kept apart as rows' locks keep them apart elsewhere.
    private sealed class SharedFile : StdAdoDelegate
    {
        protected override string SchemaResourceName => "Quartz.Impl.AdoJobStore.Schema.create_sqlite.sql";

        protected override SqlRowLimit GetRowLimit(int count) => SqlRowLimit.AtStatementEnd("LIMIT", count);
    }
}
