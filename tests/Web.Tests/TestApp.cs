using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests;

/// <summary>The whole program on a database of its own, asked over HTTP.</summary>
public class TestApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database = new();

    /// <summary>A visitor with cookies of their own who is shown redirects instead of following them.</summary>
    public Visitor Visit(string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new Visitor(client);
    }

    /// <summary>Asks the database in a scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    public Task<T> AskAsync<T>(Func<AppDbContext, Task<T>> question) =>
        InScopeAsync(services => question(services.GetRequiredService<AppDbContext>()));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:Provider", TestDatabase.Provider);
        builder.UseSetting("ConnectionStrings:Default", _database.ConnectionString);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _database.Dispose();
    }
}
