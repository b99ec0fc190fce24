using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;

namespace SaaSChat.Web.Tests.Admin;

/// <summary>Somebody with the owner's login takes the triggers away and changes history.</summary>
public sealed class AuditCheckTests
{
    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"After\" = 'admin' WHERE \"Seq\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"At\" = '2020-01-01 00:00:00' WHERE \"Seq\" = 2", 2)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Seq\" = 1", 1)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Seq\" = 3", 3)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Seq\" = 5", 5)]
    [InlineData("UPDATE \"AuditHeads\" SET \"Seq\" = 4, \"Hash\" = (SELECT \"Hash\" FROM \"AuditEntries\" WHERE \"Seq\" = 4)", 5)]
    [InlineData("UPDATE \"AuditHeads\" SET \"Hash\" = ''", 5)]
    public async Task What_was_changed_is_found_at_its_place(string tampering, long broken)
    {
        await using var app = new TestApp();
        await FillAsync(app, 5);
        Assert.Null(await CheckAsync(app));

        await DropTriggersAsync(app);
        await app.AskAsync(db => db.Database.ExecuteSqlRawAsync(tampering));

        Assert.Equal(broken, await CheckAsync(app));
    }

    [Fact]
    public async Task A_log_that_grows_while_it_is_checked_is_whole()
    {
        await using var app = new TestApp();
        var writing = Task.Run(() => FillAsync(app, 60));

        while (!writing.IsCompleted) Assert.Null(await CheckAsync(app));

        await writing;
    }

    private static async Task FillAsync(TestApp app, int upTo)
    {
        for (var seq = 0L; seq < upTo;)
        {
            var act = new AuditAct(AuditAction.UserAdded, "omar");
            seq = (await app.InScopeAsync(s => s.GetRequiredService<AuditLog>().RecordAsync(AuditActor.System, act, null, default))).Seq;
        }
    }

    private static Task<long?> CheckAsync(TestApp app) => app.InScopeAsync(s => s.GetRequiredService<AuditCheck>().FirstBrokenAsync(default));

    private static Task<int> DropTriggersAsync(TestApp app) => app.AskAsync(db => db.Database.ExecuteSqlRawAsync(TestDatabase.OnSqlServer
        ? "DROP TRIGGER [TR_AuditEntries_AppendOnly]"
        : "DROP TRIGGER TR_AuditEntries_AppendOnly_UPDATE; DROP TRIGGER TR_AuditEntries_AppendOnly_DELETE"));
}
