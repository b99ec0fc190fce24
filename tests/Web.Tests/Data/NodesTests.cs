using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

public sealed class NodesTests
{
    [Fact]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_make_one_admin()
    {
        await using var app = new TestApp(new TestDatabase(migrated: false));
        var nodes = Enumerable.Range(0, 2).Select(_ => app.Node()).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Services)));

        Assert.Equal(1, await app.AskAsync(db => db.Users.CountAsync(u => u.Email == DevelopmentAdmin.Email)));
        Assert.Equal(1, await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.UserAdded)));
    }

    [Fact]
    public async Task Who_signed_in_on_one_node_is_known_to_the_next()
    {
        await using var app = new TestApp();
        using var signedIn = await app.Visit().SubmitAsync(
            "/account/sign-in", "/account/sign-in", ("Input.Email", DevelopmentAdmin.Email), ("Input.Password", DevelopmentAdmin.Password));

        var layla = app.Node().Visit().Client;
        layla.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

        Assert.Equal(HttpStatusCode.OK, (await layla.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Production_refuses_a_database_without_its_tables_and_names_the_remedy()
    {
        using var database = new TestDatabase(migrated: false);
        var start = DataNode.Over(database, "Production", ("DataProtection:Secret", new string('s', 32))).GetRequiredService<DatabaseStart>();

        var refused = await Assert.ThrowsAsync<StartUpRefusedException>(() => start.RequireMigratedAsync(default));

        Assert.Contains("run the command \"db migrate\"", refused.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_start_that_was_killed_while_migrating_does_not_stop_the_next()
    {
        using var database = new TestDatabase(migrated: false);
        await RunAsync(database, "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");

        await DataNode.Over(database, "Development").GetRequiredService<DatabaseStart>().MigrateAsync(default).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var scope = DataNode.Over(database, "Development").CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.ExecuteSqlRawAsync(sql);
    }
}
