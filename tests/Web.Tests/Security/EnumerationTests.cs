using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using SaaSChat.Web.Tests.Accounts;

namespace SaaSChat.Web.Tests.Security;

/// <summary>Whether an address has an account is nobody's business: the forms that ask for one answer, and take, the same either way.</summary>
public sealed class EnumerationTests : IDisposable
{
    private const int Pairs = 5;
    private const int Rounds = 3;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(60);

    private readonly TestApp _app = new();
    private readonly WebApplicationFactory<Program> _node;

    public EnumerationTests() => _node = _app.Node(("RateLimits:AccountLetters:Permits", "1000"));

    [Theory]
    [InlineData("/account/sign-up", "/account/check-mail")]
    [InlineData("/account/forgot", "/account/forgot/sent")]
    [InlineData("/account/resend", "/account/check-mail")]
    public async Task A_form_answers_the_same_in_the_same_time_whether_the_account_exists(string form, string next)
    {
        await _node.AddUserAsync("known@example.com");
        if (form == "/account/resend") await _node.WaitingAsync("waiting@example.com");
        var known = form == "/account/resend" ? "waiting@example.com" : "known@example.com";
        Assert.Equal(await ReadAsync("nobody.0@example.com", form, next), await ReadAsync(known, form, next));

        // A machine that is busy with something else may spoil a round, not all of them; a difference of ours would be there each time.
        var differences = new List<TimeSpan>();
        while (differences.Count < Rounds && differences.TrueForAll(d => d >= Bound)) differences.Add(await DifferenceAsync(known, form));

        Assert.True(differences[^1] < Bound, string.Join(", ", differences));
    }

    public void Dispose()
    {
        _node.Dispose();
        _app.Dispose();
    }

    // The median of pairs that were asked in turn, first one and then the other.
    private async Task<TimeSpan> DifferenceAsync(string known, string form)
    {
        var differences = new List<TimeSpan>();
        for (var i = 0; i < Pairs; i++)
        {
            var unknown = $"nobody.{Guid.NewGuid():N}@example.com";
            var first = await TimeAsync(i % 2 == 0 ? known : unknown, form);
            var second = await TimeAsync(i % 2 == 0 ? unknown : known, form);
            differences.Add(i % 2 == 0 ? first - second : second - first);
        }

        return differences.Order().ElementAt(Pairs / 2).Duration();
    }

    private async Task<TimeSpan> TimeAsync(string email, string form)
    {
        var omar = _node.Visit();
        var token = (await omar.OpenAsync(form)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(Fields(email).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        var began = Stopwatch.GetTimestamp();
        using var answer = await omar.Client.PostAsync(form, content);
        var took = Stopwatch.GetElapsedTime(began);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(took >= Least, $"{took}");
        return took;
    }

    private async Task<string> ReadAsync(string email, string form, string next)
    {
        var omar = _node.Visit();
        using var answer = await omar.SubmitAsync(form, form, [.. Fields(email).Select(f => (f.Key, f.Value))]);
        Assert.Equal(next, answer.Headers.Location!.OriginalString);
        using var page = await omar.Client.GetAsync(next);
        return $"{answer.StatusCode} {string.Join(' ', Cookies.Of(answer).Select(c => c.Split('=')[0]))} {await page.WithoutTokensAsync()}".Replace(email, "address", StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(string email) =>
    [
        KeyValuePair.Create("Input.Name", "Omar"), KeyValuePair.Create("Input.Email", email), KeyValuePair.Create("Input.Password", "a password of a stranger"),
        KeyValuePair.Create("Input.Accepted", "true"),
    ];
}
