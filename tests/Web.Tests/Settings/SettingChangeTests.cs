using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Settings;

public sealed class SettingChangeTests : IDisposable
{
    private const string Maintenance = "Features:Maintenance";

    private readonly TestApp _app = new();

    private bool IsOn => _app.Services.GetRequiredService<IOptionsMonitor<FeatureOptions>>().CurrentValue.Maintenance;

    [Fact]
    public async Task A_setting_overrides_the_configuration_until_it_is_cleared()
    {
        Assert.Null(await SetAsync("TRUE"));
        Assert.True(IsOn);

        Assert.Null(await _app.InScopeAsync(async services => await services.GetRequiredService<SettingChange>()
            .ClearAsync(Maintenance, AuditActor.System, null, (await RowAsync())!.RowVersion, CancellationToken.None)));
        Assert.False(IsOn);
        Assert.Null(await RowAsync());
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_with_what_was_and_what_is()
    {
        await SetAsync("true");
        await SetAsync("false", (await RowAsync())!.RowVersion);

        var entries = await _app.AskAsync(db => db.AuditEntries.Where(e => e.Action == AuditAction.SettingChanged).OrderBy(e => e.Seq).ToListAsync());
        Assert.Equal([(null, "true"), ("true", "false")], entries.Select(e => (e.Before, e.After)));
        Assert.All(entries, e => Assert.Equal(Maintenance, e.SubjectId));
    }

    [Theory]
    [InlineData("ConnectionStrings:Default", "Data Source=elsewhere", SettingRefusal.UnknownKey)]
    [InlineData(Maintenance, "perhaps", SettingRefusal.InvalidValue)]
    public async Task What_may_not_be_set_is_refused_and_nothing_is_written(string key, string value, SettingRefusal refusal)
    {
        Assert.Equal(refusal, await SetAsync(value, key: key));

        Assert.Empty(await _app.AskAsync(db => db.Settings.ToListAsync()));
        Assert.False(await _app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.SettingChanged)));
    }

    [Fact]
    public async Task A_change_over_somebody_elses_is_refused()
    {
        await SetAsync("true");

        Assert.Equal(SettingRefusal.Stale, await SetAsync("false", version: null));
        Assert.Equal(SettingRefusal.Stale, await SetAsync("false", version: [1, 2, 3]));
        Assert.True(IsOn);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_one_is_refused()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => SetAsync(i == 0 ? "true" : "false"))));

        Assert.Equal([null, SettingRefusal.Stale], answers.Order());
    }

    [Fact]
    public async Task A_row_that_no_admin_could_have_made_changes_nothing()
    {
        await _app.AskAsync(db =>
        {
            db.AddRange(new Setting("Injected:Secret", "known", DateTime.UtcNow), new Setting(Maintenance, "perhaps", DateTime.UtcNow));
            return db.SaveChangesAsync();
        });

        await _app.Services.GetRequiredService<StoredSettings>().LoadAsync(CancellationToken.None);

        Assert.False(IsOn);
        Assert.Null(_app.Services.GetRequiredService<IConfiguration>()["Injected:Secret"]);
    }

    [Fact]
    public async Task A_restarted_node_starts_with_what_was_set()
    {
        await SetAsync("true");

        await using var restarted = _app.Node();

        Assert.True(restarted.Services.GetRequiredService<IOptions<FeatureOptions>>().Value.Maintenance);
    }

    public void Dispose() => _app.Dispose();

    private Task<SettingRefusal?> SetAsync(string value, byte[]? version = null, string key = Maintenance) =>
        _app.InScopeAsync(services => services.GetRequiredService<SettingChange>()
            .SetAsync(key, value, AuditActor.System, "a test", version, CancellationToken.None));

    private Task<Setting?> RowAsync() => _app.AskAsync(db => db.Settings.SingleOrDefaultAsync());
}
