using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace SaaSChat.Web.Tests;

/// <summary>The network in front of the application under test: each visitor asks from an address, as over a real connection.</summary>
internal sealed class Addresses : IStartupFilter
{
    public const string Header = "Test-Address";

    private static int _last;

    /// <summary>An address that nobody has asked from yet.</summary>
    public static string Fresh()
    {
        var number = Interlocked.Increment(ref _last);
        return string.Create(CultureInfo.InvariantCulture, $"198.{18 + (number >> 16)}.{(number >> 8) & 255}.{number & 255}");
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => context =>
        {
            if (context.Request.Headers.Remove(Header, out var address)) context.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
            return rest(context);
        });
        next(app);
    };
}
