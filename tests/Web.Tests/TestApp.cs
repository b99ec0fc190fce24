using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Billing.Simulated;

namespace SaaSChat.Web.Tests;

/// <summary>The whole program on a database of its own, asked over HTTP.</summary>
public class TestApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database;

    public TestApp() => _database = new TestDatabase();

    internal TestApp(TestDatabase database) => _database = database;

    internal string ConnectionString => _database.ConnectionString;
    internal string Folder => _database.Folder;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _database.Folder);
        builder.UseSetting("Database:Provider", TestDatabase.Provider);
        builder.UseSetting("ConnectionStrings:Default", _database.ConnectionString);

        // The tests' few people sign in more often than people do.
        builder.UseSetting("RateLimits:Account:Permits", "1000");

        // They begin with no credits; allowances have tests of their own.
        builder.UseSetting("Quota:CreditsPerUnit", "0");

        // The demo model need not make anybody wait.
        builder.UseSetting("Providers:Demo:Delay", "00:00:00");
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<IStartupFilter, Addresses>();

            // What the simulated gateway tells arrives without a socket.
            services.AddHttpClient(SimulatedWebhooks.ClientName).ConfigurePrimaryHttpMessageHandler(provider =>
                provider.GetRequiredService<IServer>() is TestServer server ? server.CreateHandler() : new SocketsHttpHandler());

            // The tests' passwords need no protection; hashing them as people's are took a tenth of the time.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database.Dispose();
    }
}
