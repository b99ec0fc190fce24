using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Public;

/// <summary>Our addresses as the outside knows them.</summary>
public sealed class SiteAddress(IOptions<SiteOptions> site, IHttpContextAccessor http, IServer server)
{
    /// <summary>The page in each language, and the one for readers of neither.</summary>
    public IEnumerable<(string Language, string Address)> AlternatesOf(string path) =>
        Cultures.All.Select(c => (c.Name, Of(path, c))).Append(("x-default", Of(path, Cultures.English)));

    public string Of(string path, CultureInfo culture) => At(LocalPaths.InLanguage(path.TrimEnd('/').ToLowerInvariant(), culture));

    public string At(string path) => Root + path;

    private string Root =>
        site.Value.BaseUrl is { Length: > 0 } given ? given.TrimEnd('/')
        : http.HttpContext is { Request: var request } ? $"{request.Scheme}://{request.Host}{request.PathBase}"
        : Listening;

    // For letters in Development; elsewhere they need Site:BaseUrl, because nobody outside knows where this process listens.
    private string Listening =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            : "http://localhost";
}
