using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Models;

/// <summary>A key of a provider's is nowhere to be read once it was given: in no page, log line, row, file or export.</summary>
public sealed class SecretKeyTests
{
    private const string Canary = "sk-canary-9c1f4e7ab25d8036-zyxw";
    private const string Other = "sk-canary-77d2a0c3be914f58-vuts";

    [Fact]
    public async Task Nobody_can_read_a_key_that_was_given()
    {
        await using var server = await ModelServer.StartAsync(KeysApp.Choose);
        await using var app = new KeysApp(server);
        using var lines = new LogLines();
        using var node = app.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddLogging(logs => logs.AddProvider(lines).AddFilter<LogLines>(null, LogLevel.Trace))));
        var layla = node.Visit();
        await layla.SignInAsAdminAsync();

        var seen = new StringBuilder();
        var page = await layla.GiveGoodKeyAsync(Canary);
        seen.Append((await layla.PressAsync(page, $"{page}/test")).DocumentElement.OuterHtml);
        using (var mistyped = await layla.GiveKeyAsync(Other, ("Input.Weight", "0"))) seen.Append(await mistyped.Content.ReadAsStringAsync());
        using (var bad = await layla.GiveKeyAsync(KeysApp.Bad)) seen.Append(await bad.Content.ReadAsStringAsync());
        Assert.Equal("Hi", (await node.AskModelAsync()).Text);
        foreach (var path in new[] { page, $"{page}/rotation", $"{page}/pause", $"{page}/removal", "/admin/providers", "/admin/providers/new", "/admin/audit", "/admin/health" })
            seen.Append((await layla.OpenAsync(path)).DocumentElement.OuterHtml);
        using (var export = await layla.Client.GetAsync("/account/privacy/export")) seen.Append(await export.Content.ReadAsStringAsync());
        server.Wellbeing = 500;
        seen.Append((await layla.PressAsync(page, $"{page}/test")).DocumentElement.OuterHtml);

        Assert.DoesNotContain("canary", seen.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(lines.All);
        Assert.DoesNotContain(lines.All, line => line.Contains("canary", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("canary", await node.AskAsync(EverythingAsync), StringComparison.OrdinalIgnoreCase);
    }

    [SqliteFact]
    public async Task The_files_of_the_database_hold_no_key_in_the_clear()
    {
        await using var server = await ModelServer.StartAsync(KeysApp.Choose);
        await using var app = new KeysApp(server);
        await (await app.LaylaAsync()).GiveGoodKeyAsync(Canary);

        var folder = Path.GetDirectoryName(app.ConnectionString["Data Source=".Length..])!;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(Canary, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    // Every column of every row, the bytes as letters.
    private static async Task<string> EverythingAsync(AppDbContext db)
    {
        var all = new StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++) all.Append(reader.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        return all.ToString();
    }
}
