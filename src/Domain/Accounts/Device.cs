namespace SaaSChat.Domain.Accounts;

/// <summary>A browser and its system, as far as its own words tell. For people to know their devices by: anybody may claim to be anything.</summary>
public sealed record Device(string? Browser, string? System)
{
    // The first sign that is there counts: each browser also names those that it wants to be taken for.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    public static Device Of(string userAgent) => new(Find(Browsers, userAgent), Find(Systems, userAgent));

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.Where(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
