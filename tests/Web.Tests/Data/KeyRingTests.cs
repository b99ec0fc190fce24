using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>Two nodes in production share one database, migrated and without any key yet.</summary>
public sealed class KeyRingTests : IAsyncLifetime, IDisposable
{
    private static readonly (string, string) Secret = ("DataProtection:Secret", "what both nodes know and the database does not");
    private static readonly (string, string) Another = ("DataProtection:Secret", "what no other node knows, nor the database");

    private readonly TestDatabase _database = new();

    public Task InitializeAsync() => Node("Development").GetRequiredService<DatabaseStart>().MigrateAsync(default);

    [Fact]
    public async Task What_one_node_seals_the_next_one_opens()
    {
        var letter = Protector(Node("Production", Secret)).Protect("a letter");

        var next = Node("Production", Secret);

        await next.GetRequiredService<KeyRingCheck>().RequireAsync(default);
        Assert.Equal("a letter", Protector(next).Unprotect(letter));
    }

    [Fact]
    public async Task A_key_wrapped_by_a_secret_cannot_be_read_in_the_database()
    {
        Protector(Node("Production", Secret)).Protect("a letter");

        var rows = await RowsAsync();

        Assert.Contains("<encryptedSecret", Assert.Single(rows), StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_with_another_secret_refuses_instead_of_signing_everybody_out()
    {
        Protector(Node("Production", Secret)).Protect("a letter");

        var refusal = await RefusalAsync(Node("Production", Another));

        Assert.StartsWith("DataProtection:Secret or DataProtection:CertificatePath does not open key ", refusal, StringComparison.Ordinal);
        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task A_key_that_Development_left_unwrapped_is_refused_in_production()
    {
        Protector(Node("Development")).Protect("a letter");

        Assert.Contains("holds a key that is not wrapped", await RefusalAsync(Node("Production", Secret)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_wraps_the_ring_too()
    {
        var certificate = SelfMadeCertificate.WriteTo(_database.Folder, "saaschat", password: "opens it");
        var letter = Protector(Node("Production", certificate)).Protect("a letter");

        Assert.Equal("a letter", Protector(Node("Production", certificate)).Unprotect(letter));
        Assert.DoesNotContain("<masterKey", Assert.Single(await RowsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_with_another_certificate_refuses()
    {
        Protector(Node("Production", SelfMadeCertificate.WriteTo(_database.Folder, "one", "1"))).Protect("a letter");

        var refusal = await RefusalAsync(Node("Production", SelfMadeCertificate.WriteTo(_database.Folder, "two", "2")));

        Assert.Contains("give what the ring was wrapped with", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_does_not_open_is_refused_by_name()
    {
        var path = SelfMadeCertificate.WriteTo(_database.Folder, "closed", "right")[0];

        var refused = Assert.Throws<StartUpRefusedException>(() => Node("Production", path, ("DataProtection:CertificatePassword", "wrong")));

        Assert.StartsWith("DataProtection:CertificatePath ", refused.Message, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _database.Dispose();

    private static IDataProtector Protector(IServiceProvider node) => node.GetRequiredService<IDataProtectionProvider>().CreateProtector("letters");

    private static async Task<string> RefusalAsync(IServiceProvider node) =>
        (await Assert.ThrowsAsync<StartUpRefusedException>(() => node.GetRequiredService<KeyRingCheck>().RequireAsync(default))).Message;

    private IServiceProvider Node(string environment, params (string Key, string Value)[] settings) => DataNode.Over(_database, environment, settings);

    private async Task<List<string>> RowsAsync()
    {
        await using var scope = Node("Development").CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().DataProtectionKeys.Select(k => k.Xml).ToListAsync();
    }
}
