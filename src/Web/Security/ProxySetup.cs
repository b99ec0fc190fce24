using Microsoft.AspNetCore.HttpOverrides;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Security;

namespace SaaSChat.Web.Security;

/// <summary>Proxy:Known, the proxies whose X-Forwarded-For and -Proto are believed. From anybody else they are only text.</summary>
internal static class ProxySetup
{
    public static AddressRanges AddKnownProxies(this IHostApplicationBuilder builder)
    {
        var (known, malformed) = AddressRanges.Parse(builder.Configuration.ReadList("Proxy:Known"));
        if (known is null)
            throw new StartUpRefusedException($"Proxy:Known has \"{malformed}\"; give addresses or networks, such as 10.0.0.7 or 10.0.0.0/8.");

        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Set even when nobody is known: an empty list would otherwise mean that everybody is (ASPNETCORE_FORWARDEDHEADERS_ENABLED).
            options.ForwardedHeaders = known.Networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in known.Networks) options.KnownIPNetworks.Add(network);

            // The walk ends at the first address that is no known proxy, however many stand in a row.
            options.ForwardLimit = null;
        });
        return known;
    }

    /// <summary>Says once that a proxy seems to stand in front and is not known: every visitor would count as one address.</summary>
    public static void UseUnknownProxyWarning(this WebApplication app)
    {
        if (app.Services.GetRequiredService<KnownProxies>().Ranges.Networks.Count > 0) return;

        var said = 0;
        app.Use(next => context =>
        {
            if (said == 0 && context.Request.Headers.ContainsKey("X-Forwarded-For") && Interlocked.Exchange(ref said, 1) == 0)
                app.Logger.LogWarning("A request came with X-Forwarded-For, which is ignored: if a proxy of yours sent it, list its address in Proxy:Known");
            return next(context);
        });
    }
}
