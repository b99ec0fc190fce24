using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Admin;

public sealed class AuditLogTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Writers = 8;
    private const int Each = 25;

    [Fact]
    public async Task Eight_writers_at_once_leave_a_chain_without_gap()
    {
        var before = await app.AskAsync(db => db.AuditEntries.CountAsync());

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer))));

        var seqs = await app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).Select(e => e.Seq).ToListAsync());
        Assert.Equal(Enumerable.Range(1, before + Writers * Each).Select(i => (long)i), seqs);
        Assert.Null(await CheckAsync());
    }

    [Fact]
    public async Task Entries_stand_in_the_order_of_their_times()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RecordAsync("timely")));

        var times = await app.AskAsync(db => db.AuditEntries.OrderBy(e => e.Seq).Select(e => e.At).ToListAsync());

        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_no_entry()
    {
        await Assert.ThrowsAsync<IOException>(() => RecordAsync("failed change", _ => throw new IOException()));

        Assert.False(await HasEntryAsync("failed change"));
        Assert.Null(await CheckAsync());
    }

    [Fact]
    public async Task An_entry_that_fails_leaves_no_change()
    {
        var tooLong = new string('x', 101);

        await Assert.ThrowsAsync<DbUpdateException>(() => RecordAsync(tooLong, async db => await AddAsync(db, "unlogged")));

        Assert.False(await app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == "unlogged")));
    }

    [Fact]
    public async Task A_change_and_its_entry_are_there_together()
    {
        await RecordAsync("logged", async db => await AddAsync(db, "logged"));

        Assert.True(await app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == "logged")));
        Assert.True(await HasEntryAsync("logged"));
    }

    [Fact]
    public async Task Why_it_was_done_can_be_erased_and_the_chain_still_holds()
    {
        var entry = await RecordAsync("named", reason: "Omar asked for it by telephone.");

        Assert.Equal(1, await app.AskAsync(db => db.AuditNotes.Where(n => n.Seq == entry.Seq).ExecuteDeleteAsync()));

        Assert.Null(await CheckAsync());
    }

    private static async Task AddAsync(AppDbContext db, string key)
    {
        db.Settings.Add(new Setting(key, "", DateTime.UtcNow));
        await db.SaveChangesAsync();
    }

    private async Task WriteAsync(int writer)
    {
        for (var i = 0; i < Each; i++) await RecordAsync(string.Create(CultureInfo.InvariantCulture, $"{writer}/{i}"));
    }

    private Task<AuditEntry> RecordAsync(string subject, Func<AppDbContext, Task>? change = null, string? reason = null) => app.InScopeAsync(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var act = new AuditAct(AuditAction.SettingChanged, subject);
        return services.GetRequiredService<AuditLog>().RecordAsync(AuditActor.Operator, act, reason, () => change?.Invoke(db) ?? Task.CompletedTask, default);
    });

    private Task<bool> HasEntryAsync(string subject) => app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == subject));

    private Task<long?> CheckAsync() => app.InScopeAsync(services => services.GetRequiredService<AuditCheck>().FirstBrokenAsync(default));
}
