using System.Net;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>What is wrong with a provider's configuration. No sentence repeats a key.</summary>
internal static class ProviderFaults
{
    private const int MostPerMinute = 1_000_000;

    public static IEnumerable<string> In(string name, ProviderOptions options) => Keys(name, options).Concat(Address(name, options)).Concat(Times(name, options.Patience));

    private static IEnumerable<string> Keys(string name, ProviderOptions options)
    {
        if (options.ApiKey is { Length: > 0 } only && !ProviderKey.CouldBe(only)) yield return $"Providers:{name}:ApiKey is no key; set it to what the provider gave you, in one piece, or take it out.";
        for (var i = 0; i < options.Keys.Count; i++)
        {
            var (key, path) = (options.Keys[i], $"Providers:{name}:Keys:{i}");
            if (!ProviderKey.CouldBe(key.Key)) yield return $"{path}:Key is no key; set it to what the provider gave you, in one piece.";
            if (CheckedOptions.Outside($"{path}:Weight", key.Weight, 1, ProviderKey.MostWeight) is { } weight) yield return weight;
            if (key.PerMinute is { } often && CheckedOptions.Outside($"{path}:PerMinute", often, 1, MostPerMinute) is { } perMinute) yield return perMinute;
        }
    }

    private static IEnumerable<string> Address(string name, ProviderOptions options)
    {
        var (text, hasKey) = (options.BaseUrl ?? WellKnownProvider.Of(name).BaseUrl, options.AllKeys.Any());
        if (text is null)
        {
            if (hasKey) yield return $"Providers:{name}:BaseUrl is not set; set it to the provider's address, such as https://llm.example.com/v1.";
            yield break;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsWeb(uri) || uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length > 0)
            yield return $"Providers:{name}:BaseUrl is no address that can be asked; set it to one such as https://llm.example.com/v1.";
        else if (options.AllowPrivate || (options.BaseUrl is null && !hasKey)) yield break;
        else if (IsPrivate(uri))
            yield return $"Providers:{name}:BaseUrl leads into a private network; set Providers:{name}:AllowPrivate to true if it is meant to.";
        else if (hasKey && uri.Scheme != Uri.UriSchemeHttps)
            yield return $"Providers:{name}:BaseUrl is not https, and a key is never sent in the clear; use https.";
    }

    private static IEnumerable<string> Times(string name, Patience patience) =>
        from time in new[]
        {
            (nameof(patience.Connect), patience.Connect), (nameof(patience.First), patience.First), (nameof(patience.Thinking), patience.Thinking),
            (nameof(patience.Silence), patience.Silence), (nameof(patience.Whole), patience.Whole),
        }
        where time.Item2 < TimeSpan.FromMilliseconds(10) || time.Item2 > TimeSpan.FromHours(2)
        select $"Providers:{name}:Patience:{time.Item1} must lie between 00:00:00.010 and 02:00:00.";

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    // What a name stands for is only known, and asked again, when it is connected to.
    private static bool IsPrivate(Uri uri) => uri.IsLoopback || (IPAddress.TryParse(uri.IdnHost, out var address) && !PublicAddresses.Contain(address));
}
