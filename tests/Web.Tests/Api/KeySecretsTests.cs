using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Api;

namespace SaaSChat.Web.Tests.Api;

public sealed class KeySecretsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task No_key_good_or_bad_is_ever_logged_at_any_level()
    {
        var issued = await app.AddKeyAsync("sara-secret");
        var guessed = ApiKey.Prefix + new string('q', 43);
        using var lines = new LogLines();
        await using var node = app.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddLogging(logs =>
        {
            logs.AddProvider(lines);
            logs.AddFilter<LogLines>(null, LogLevel.Trace);
        })));

        using var good = await node.Caller(issued.Secret).GetAsync("/api/user");
        using var bad = await node.Caller(guessed).GetAsync("/api/user");

        var said = string.Join('\n', lines.All);
        Assert.NotEmpty(said);
        Assert.DoesNotContain(issued.Secret[ApiKey.Prefix.Length..], said, StringComparison.Ordinal);
        Assert.DoesNotContain(guessed, said, StringComparison.Ordinal);
    }
}
