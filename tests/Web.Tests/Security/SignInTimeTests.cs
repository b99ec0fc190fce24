using System.Diagnostics;

namespace SaaSChat.Web.Tests.Security;

public sealed class SignInTimeTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task A_refusal_reads_and_takes_the_same_whether_the_account_exists()
    {
        var (known, toKnown) = await RefuseAsync("admin@saaschat.local");
        var (unknown, toUnknown) = await RefuseAsync("nobody@example.com");

        Assert.Equal(toKnown, toUnknown);
        Assert.True(known >= Least && unknown >= Least, $"{known} and {unknown}");
    }

    private async Task<(TimeSpan Took, string Said)> RefuseAsync(string email)
    {
        var omar = app.Visit();
        var began = Stopwatch.GetTimestamp();
        using var response = await omar.SubmitAsync("/account/sign-in", "/account/sign-in", ("Input.Email", email), ("Input.Password", "not the password"));
        var took = Stopwatch.GetElapsedTime(began);
        return (took, (await Visitor.PageAsync(response)).QuerySelector("[role=alert]")!.TextContent.Trim());
    }
}
