using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Settings;

public sealed class SettingCheckTests : IDisposable
{
    private const string Key = "Retention:EndedBans";

    private readonly TestApp _app = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task A_value_that_contradicts_its_section_is_refused_though_it_is_in_its_bounds()
    {
        await using var node = NodeThatRefuses("7.00:00:00");

        Assert.Equal(SettingRefusal.InvalidValue, await SetAsync(node, "7.00:00:00"));
        Assert.Null(await SetAsync(node, "8.00:00:00"));
    }

    [Fact]
    public async Task A_value_may_not_be_cleared_when_the_configured_one_would_contradict_the_section()
    {
        await using var node = NodeThatRefuses("7.00:00:00", configured: "7.00:00:00");
        var version = await StoreAsync("8.00:00:00");

        var refusal = await node.InScopeAsync(services => services.GetRequiredService<SettingChange>()
            .ClearAsync(Key, AuditActor.System, null, version, CancellationToken.None));

        Assert.Equal(SettingRefusal.InvalidValue, refusal);
    }

    [Fact]
    public async Task Rows_that_have_come_to_contradict_the_configuration_are_ignored_at_the_next_start()
    {
        await StoreAsync("7.00:00:00");

        await using var node = NodeThatRefuses("7.00:00:00");

        Assert.Equal("9.00:00:00", node.Services.GetRequiredService<IConfiguration>()[Key]);
        Assert.Equal(1, _log.Count(LogLevel.Error, "Retention:*"));
    }

    public void Dispose() => _app.Dispose();

    private Task<byte[]> StoreAsync(string value) => _app.AskAsync(async db =>
    {
        var row = db.Add(new Setting(Key, value, DateTime.UtcNow)).Entity;
        await db.SaveChangesAsync();
        return row.RowVersion;
    });

    private WebApplicationFactory<Program> NodeThatRefuses(string value, string configured = "9.00:00:00") =>
        _app.Node((Key, configured)).WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<ILoggerProvider>(_log);
            services.AddSingleton(new SettingCheck("Retention", _ => "", configuration => configuration[Key] == value ? ["Not that long."] : []));
        }));

    private static Task<SettingRefusal?> SetAsync(WebApplicationFactory<Program> node, string value) =>
        node.InScopeAsync(services => services.GetRequiredService<SettingChange>()
            .SetAsync(Key, value, AuditActor.System, null, null, CancellationToken.None));
}
