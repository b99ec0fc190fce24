using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Operations;

public sealed class HealthTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Node_that_can_serve_says_so(string path)
    {
        using var answer = await app.CreateClient().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"ok","failing":[]}""", await answer.Content.ReadAsStringAsync());
    }
}

public sealed class HealthOfABrokenNodeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Node_whose_database_lacks_a_migration_lives_but_is_not_ready()
    {
        var client = app.CreateClient();
        await app.AskAsync(async db => await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\""));

        using var ready = await client.GetAsync("/health/ready");
        using var live = await client.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"unavailable","failing":["database"]}""", await ready.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
