using System.Globalization;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Operations;

/// <summary>Where the site listens: --urls or ASPNETCORE_URLS, else ASPNETCORE_HTTP_PORTS, else Kestrel:Endpoints, else port 5080 of this machine.</summary>
internal static class Addresses
{
    private const string Default = "http://localhost:5080";
    private const string Remedy = "give --urls or ASPNETCORE_URLS addresses like http://localhost:5080, with ; between several";

    public static void Choose(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        foreach (var address in Parts(settings[WebHostDefaults.ServerUrlsKey])) Require(address);
        foreach (var key in new[] { WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey })
        {
            foreach (var port in Parts(settings[key])) RequirePort(key, port);
        }

        // A default in code: launchSettings' applicationUrl would win over ASPNETCORE_URLS.
        var chosen = new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }.Any(key => !string.IsNullOrEmpty(settings[key]));
        if (!chosen && !settings.GetSection("Kestrel:Endpoints").Exists()) builder.WebHost.UseUrls(Default);
    }

    private static void Require(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            if (parsed is { Scheme: "http" or "https", Port: >= 0 and <= ushort.MaxValue, PathBase: "" } && HasPlainHost(parsed)) return;
        }
        catch (FormatException)
        {
            // Falls through to the sentence.
        }

        throw new StartUpRefusedException($"The address \"{address}\" is none to listen on; {Remedy}.");
    }

    // "localhost:abc" is taken for a host, on port 80.
    private static bool HasPlainHost(BindingAddress address) => !address.Host.Contains(':', StringComparison.Ordinal) || address.Host is ['[', .., ']'];

    private static void RequirePort(string key, string port)
    {
        if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new StartUpRefusedException($"ASPNETCORE_{key.ToUpperInvariant()} has \"{port}\"; give it port numbers from 0 to 65535, with ; between several.");
    }

    private static string[] Parts(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
