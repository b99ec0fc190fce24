using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

public sealed class WriteTransactionTests(TestApp app) : IClassFixture<TestApp>
{
    [SqliteTheory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_connection_lost_while_committing_leaves_exactly_one_entry(bool committed, int commits)
    {
        var (lost, subject) = (new LostConnection(committed), $"lost-{committed}");
        await using var db = LostConnection.Open(app.ConnectionString, lost);

        await new AuditLog(db, TimeProvider.System).RecordAsync(AuditActor.System, new AuditAct(AuditAction.UserAdded, subject), null, default);

        Assert.Equal(commits, lost.Commits);
        Assert.Equal(1, await app.AskAsync(asked => asked.AuditEntries.CountAsync(e => e.SubjectId == subject)));
    }

    [SqliteFact]
    public async Task Without_a_key_to_look_for_nothing_is_repeated_and_the_caller_sees_it()
    {
        var (lost, tries) = (new LostConnection(committed: true), 0);
        await using var db = LostConnection.Open(app.ConnectionString, lost);

        await Assert.ThrowsAsync<CommitUnknownException>(() => db.WriteAsync(() => Task.FromResult(++tries), default));

        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task What_was_altered_before_the_transaction_is_refused_instead_of_lost() => await app.AskAsync(async db =>
    {
        db.Settings.Add(new Setting("outside", "", DateTime.UtcNow));

        return await Assert.ThrowsAsync<InvalidOperationException>(() => db.WriteAsync(() => db.SaveChangesAsync(), default));
    });

    [Fact]
    public async Task What_throws_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => app.AskAsync(db => db.WriteAsync<int>(async () =>
        {
            db.Settings.Add(new Setting("half", "", DateTime.UtcNow));
            await db.SaveChangesAsync();
            throw new IOException();
        }, default)));

        Assert.False(await app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == "half")));
    }

    [SqliteFact]
    public async Task A_second_writer_waits_from_the_start_for_the_first() => await app.AskAsync(async sara =>
    {
        var omar = Task.CompletedTask;
        await sara.WriteAsync(async () =>
        {
            omar = Task.Run(() => app.AskAsync(db => db.WriteAsync(() => Task.FromResult(0), default)));
            await Task.Delay(200);
            Assert.False(omar.IsCompleted);
            return 0;
        }, default);
        await omar;
        return 0;
    });
}
