using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>Layla and Omar, both admins, have the same row open.</summary>
public sealed class VersionTests(TestApp app) : IClassFixture<TestApp>
{
    public static TheoryData<string> Entities =>
        [.. Models.OnSqlite.Design().GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)).Select(e => e.Name)];

    [Theory, MemberData(nameof(Entities))]
    public async Task Saving_over_somebody_else_s_change_is_refused(string entity)
    {
        var row = RawRow.Of(Models.Of(TestDatabase.Provider).Model.FindEntityType(entity)!);
        await app.AskAsync(db => row.InsertAsync(db));

        await app.AskAsync(async layla =>
        {
            await OpenAsync(layla, row);
            await app.AskAsync(async omar => await OpenAsync(omar, row) + await omar.SaveChangesAsync());
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => layla.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task An_update_past_EF_makes_the_open_row_stale_too()
    {
        await app.AskAsync(db => AddAsync(db, "Site:Name"));

        await app.AskAsync(async layla =>
        {
            (await layla.Settings.SingleAsync(s => s.Key == "Site:Name")).Change("hers", DateTime.UtcNow);
            await app.AskAsync(omar => omar.Settings.Where(s => s.Key == "Site:Name")
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Value, "his").BumpVersion(omar)));
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => layla.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Saving_twice_in_a_row_is_no_conflict()
    {
        await app.AskAsync(async layla =>
        {
            await AddAsync(layla, "Site:Motto");
            var row = layla.Settings.Local.Single(s => s.Key == "Site:Motto");
            row.Change("first", DateTime.UtcNow);
            await layla.SaveChangesAsync();
            row.Change("second", DateTime.UtcNow);
            return await layla.SaveChangesAsync();
        });

        Assert.Equal("second", await app.AskAsync(db => db.Settings.Where(s => s.Key == "Site:Motto").Select(s => s.Value).SingleAsync()));
    }

    private static Task<int> AddAsync(AppDbContext db, string key)
    {
        db.Settings.Add(new Setting(key, "before", DateTime.UtcNow));
        return db.SaveChangesAsync();
    }

    private static async Task<int> OpenAsync(AppDbContext db, RawRow row)
    {
        await row.WithoutRulesAsync(db);
        var entry = db.Entry((await db.FindAsync(row.Entity.ClrType, row.KeyValues))!);
        entry.Properties.First(p => !p.Metadata.IsPrimaryKey() && !p.Metadata.IsForeignKey() && !p.Metadata.IsConcurrencyToken).IsModified = true;
        return 0;
    }
}
