using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests.Security;

public sealed class SecretsInLogsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Secrets = ["canary-password", "omar.canary", "saaschat-development", "session=", "antiforgery="];

    [Fact]
    public async Task Nothing_that_a_visitor_typed_or_carries_is_logged_at_any_level()
    {
        var said = await SaidAsync(LogLevel.Trace, async node =>
        {
            var omar = node.Visit();
            await omar.SignInAsync("omar.canary@example.com", "canary-password-wrong");
            await omar.SignInAsync("admin@saaschat.local", "canary-password-again");
            using var forged = await omar.Client.PostAsync("/account/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("Input.Password", "canary-password-forged")]));
            var layla = node.Visit();
            await layla.SignInAsAdminAsync();
            await layla.OpenAsync("/admin");
        });

        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_stands_in_an_address_is_not_logged_either()
    {
        var said = await SaidAsync(null, async node =>
        {
            using var lost = await node.Visit().Client.GetAsync("/account/reset/canary-token?email=omar.canary@example.com");
            using var found = await node.Visit().Client.GetAsync("/account/sign-in?returnUrl=/share/canary-token");
        });

        Assert.DoesNotContain("canary", said, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> SaidAsync(LogLevel? level, Func<WebApplicationFactory<Program>, Task> visits)
    {
        using var lines = new LogLines();
        using var node = app.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddLogging(logs =>
        {
            logs.AddProvider(lines);
            if (level is { } all) logs.AddFilter<LogLines>(null, all);
        })));

        await visits(node);

        Assert.NotEmpty(lines.All);
        return string.Join('\n', lines.All);
    }
}
