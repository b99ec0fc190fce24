using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.News;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Public;

/// <summary>
/// Serves a public page again as it was rendered for an earlier stranger with the same look. Whoever is signed in, has a query or news
/// to be shown gets a page of their own; a changed setting or announcement lets go of all.
/// </summary>
internal sealed class KeptPages
{
    private const int AtMost = 500;

    private readonly ConcurrentDictionary<Look, KeptPage> _pages = new();
    private readonly TimeSpan _keepFor;
    private readonly TimeProvider _clock;
    private readonly string _newsCookie;

    public KeptPages(
        IOptions<PublicPagesOptions> options, IOptions<CookieTempDataProviderOptions> tempData, IWebHostEnvironment environment,
        TimeProvider clock, IOptionsMonitor<FeatureOptions> settings, CurrentAnnouncements announcements)
    {
        _keepFor = options.Value.KeepFor ?? (environment.IsDevelopment() ? TimeSpan.Zero : TimeSpan.FromMinutes(1));
        (_clock, _newsCookie) = (clock, tempData.Value.Cookie.Name!);
        settings.OnChange((_, _) => _pages.Clear());
        announcements.Loaded += (_, _) => _pages.Clear();
    }

    public Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (!IsForAnybody(http)) return next(http);

        var look = LookOf(http);
        return _pages.TryGetValue(look, out var page) && _clock.UtcNow() < page.Until ? page.SendAsync(http) : RenderAsync(http, next, look);
    }

    private bool IsForAnybody(HttpContext http) =>
        _keepFor > TimeSpan.Zero
        && http.GetEndpoint()?.Metadata.GetMetadata<KeptAttribute>() is not null
        && HttpMethods.IsGet(http.Request.Method)
        && !http.Request.QueryString.HasValue
        && http.User.Identity?.IsAuthenticated != true
        && !http.Request.Cookies.ContainsKey(_newsCookie);

    private static Look LookOf(HttpContext http)
    {
        var preferences = http.RequestServices.GetRequiredService<Preferences>();
        return new Look(
            http.Request.Scheme, http.Request.Host.Value ?? "", http.Request.Path.Value!, CultureInfo.CurrentUICulture.Name,
            preferences.Theme, preferences.HasFonts, preferences.HasZone, preferences.ArabicDigits);
    }

    private async Task RenderAsync(HttpContext http, RequestDelegate next, Look look)
    {
        var answer = http.Response.Body;
        using var rendered = new MemoryStream();
        http.Response.Body = rendered;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = answer;
        }

        var html = rendered.ToArray();
        if (http.Response.StatusCode != StatusCodes.Status200OK || http.Response.Headers.SetCookie.Count > 0)
        {
            await answer.WriteAsync(html, http.RequestAborted);
            return;
        }

        await Keep(look, html).SendAsync(http);
    }

    private KeptPage Keep(Look look, byte[] html)
    {
        // Host and path come from outside; what is kept must not grow with them.
        if (_pages.Count >= AtMost) _pages.Clear();
        return _pages[look] = new KeptPage(html, _clock.UtcNow() + _keepFor);
    }

    /// <summary>All that a stranger's public page depends on.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Look(string Scheme, string Host, string Path, string Language, string Theme, bool Fonts, bool Zone, bool ArabicDigits);
}

internal static class KeptPagesSetup
{
    /// <summary>After the gates that any request passes, before what only a page that is rendered needs.</summary>
    public static void UseKeptPages(this WebApplication app)
    {
        var pages = app.Services.GetRequiredService<KeptPages>();
        app.Use(next => http => pages.ServeAsync(http, next));
    }
}
