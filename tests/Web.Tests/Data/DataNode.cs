using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>As much of a node as its database needs: not started, in whatever environment.</summary>
internal static class DataNode
{
    public static IServiceProvider Over(TestDatabase database, string environment, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Database:Provider", TestDatabase.Provider), new("ConnectionStrings:Default", database.ConnectionString),
            .. settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)),
        ]);
        builder.Services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        builder.AddDatabase();
        return builder.Build().Services;
    }
}
