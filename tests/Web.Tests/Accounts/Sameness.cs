using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests.Accounts;

/// <summary>An answer as it must read whoever it is about: all of it but the tokens that differ in every form.</summary>
internal static partial class Sameness
{
    public static async Task<string> WithoutTokensAsync(this HttpResponseMessage answer) => Token().Replace(await answer.Content.ReadAsStringAsync(), "");

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
