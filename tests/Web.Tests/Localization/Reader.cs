using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Tests.Localization;

/// <summary>Somebody reading a page in their language and zone at noon of 21 November 2026, UTC.</summary>
internal static class Reader
{
    public static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    public static string Reads(this WebApplicationFactory<Program> app, string language, Func<Fmt, string> what, string cookies = "")
    {
        using var scope = app.Services.CreateScope();
        var http = new DefaultHttpContext { Request = { Headers = { Cookie = cookies } } };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Find(language)!;
        return what(ActivatorUtilities.CreateInstance<Fmt>(scope.ServiceProvider, new StoppedClock()));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(Noon);
    }
}
