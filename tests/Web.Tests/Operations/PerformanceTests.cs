using System.Net;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Operations;

namespace SaaSChat.Web.Tests.Operations;

/// <summary>What operators see of the node that answers them.</summary>
public sealed class PerformanceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void A_minute_is_counted_and_what_is_older_is_forgotten()
    {
        var clock = new TurnableClock();
        var live = new LivePerformance(clock);
        Answer(live, TimeSpan.FromMilliseconds(4), times: 95);
        Answer(live, TimeSpan.FromMilliseconds(900), times: 5, status: 500);
        clock.Turn(TimeSpan.FromSeconds(1));

        var now = live.Read();
        Assert.Equal((100, 5, 0), (now.BySecond.Sum(), now.Failed, now.Running));
        Assert.InRange(now.Median!.Value.TotalMilliseconds, 4, 6);
        Assert.InRange(now.Slow!.Value.TotalMilliseconds, 4, 6);

        clock.Turn(TimeSpan.FromSeconds(LivePerformance.Seconds));
        Assert.Equal((0, null), (live.Read().BySecond.Sum(), live.Read().Median));
    }

    [Fact]
    public void Streams_are_running_but_no_slow_requests()
    {
        var live = new LivePerformance(TimeProvider.System);

        live.Begin();
        Assert.Equal(1, live.Read().Running);
        live.End(null, 200);

        Assert.Equal((0, 0), (live.Read().Running, live.Read().BySecond.Sum()));
    }

    [Fact]
    public async Task The_page_renews_its_figures_alone()
    {
        var noura = await app.SignedInAsync("noura-watches", Roles.Ops);
        Assert.Equal(HttpStatusCode.OK, await noura.StatusAsync("/admin/performance"));

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/admin/performance");
        asked.Headers.Add("HX-Request", "true");
        using var answer = await noura.Client.SendAsync(asked);

        var piece = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Answered in a second", piece, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", piece, StringComparison.Ordinal);
    }

    private static void Answer(LivePerformance live, TimeSpan took, int times, int status = 200)
    {
        for (var i = 0; i < times; i++)
        {
            live.Begin();
            live.End(took, status);
        }
    }
}
