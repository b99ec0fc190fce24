using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>The program, with every step that it takes in the database counted.</summary>
public sealed class SteppedApp : TestApp
{
    internal Steps Steps { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            if (TestDatabase.OnSqlServer) services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Steps.Interceptors));
            else services.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(Steps.Interceptors));
        });
    }
}
