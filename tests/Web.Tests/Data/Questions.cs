using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>Counts what a node asks its database.</summary>
internal sealed class Questions : DbCommandInterceptor
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public static (WebApplicationFactory<Program> Node, Questions Asked) Of(WebApplicationFactory<Program> app)
    {
        var asked = new Questions();
        return (app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(asked));
            services.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(asked));
        })), asked);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        // A job of the node, or its poll for the others' changes, is no part of a request.
        if (Activity.Current?.OperationName == "Microsoft.AspNetCore.Hosting.HttpRequestIn") Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }
}
