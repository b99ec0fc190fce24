using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;
using Xunit.Abstractions;

namespace SaaSChat.Web.Tests.Credits.Reliability;

public sealed class ConservationTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private const int People = 5;

    [Fact]
    public async Task Whatever_happens_nothing_is_lost_and_nothing_is_made()
    {
        var (operations, every, seed) = (Size.Of(400, 200_000), Size.Of(200, 5_000), Size.Seed());
        output.WriteLine($"seed {seed}: {operations} operations, audited every {every}");
        var (random, clock, lives) = (new Random(seed), new MovedClock(DateTime.UtcNow), new List<RandomLife>());
        for (var i = 0; i < People; i++) lives.Add(new RandomLife(await app.AddWalletAsync($"sara-lives-{i}", 1_000), seed + i, $"life-{i}"));

        for (var done = 1; done <= operations; done++)
        {
            // Forwards as a rule, and now and then back.
            clock.Now = clock.Now.AddSeconds(random.Next(-20, 60));
            await app.InScopeAsync(s => lives[random.Next(People)].LiveAsync(LedgerAt.Over(s.GetRequiredService<AppDbContext>(), clock)));
            if (done % every == 0) await app.AssertBooksAreWholeAsync();
        }
    }
}
