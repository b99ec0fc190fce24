using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Accounts.External;

namespace SaaSChat.Browser.Tests;

/// <summary>The program on a real port and a real browser in front of it, started once for all browser tests.</summary>
public class Site : IAsyncLifetime, IDisposable
{
    private readonly ListeningApp _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Site() => _app = new ListeningApp(Provider, () => Settings);

    public TestApp App => _app;

    /// <summary>Who else knows people, on an origin of its own.</summary>
    public ProviderServer Provider { get; } = new();

    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    public Uri Address => _app.ClientOptions.BaseAddress;

    public virtual async Task InitializeAsync()
    {
        if (Chromium.Executable is null) return;

        _app.UseKestrel(port: 0);
        _app.StartServer();
        await _app.AddExamplesAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
        });
    }

    public virtual async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public void Dispose()
    {
        _app.Dispose();
        Provider.Dispose();
        GC.SuppressFinalize(this);
    }

    public IEnumerable<string> PathsIn(string language) => _app.PagesIn(language).Select(page => page.Path);

    /// <summary>A person with a fresh browser profile: their language, theme, window and whether scripts run.</summary>
    public async Task<Person> VisitAsync(Look look)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = look.Language == "ar" ? "ar" : "en-US",
            TimezoneId = "Asia/Riyadh",
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = look.Width, Height = 900 },
            JavaScriptEnabled = look.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(10_000);
        return new Person(await context.NewPageAsync(), look);
    }

    private sealed class ListeningApp(ProviderServer provider, Func<IEnumerable<KeyValuePair<string, string>>> settings) : TestApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            ExternalApp.UseProvider(builder, "acme", provider, ("DisplayName:ar", "أكمي"));
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");

            // Every test is the same visitor from one address; the limits have tests of their own.
            builder.UseSetting("RateLimits:Enabled", "false");
            foreach (var (key, value) in settings()) builder.UseSetting(key, value);
        }
    }
}

[CollectionDefinition(nameof(Site))]
public sealed class Browsing : ICollectionFixture<Site>;

/// <summary>How a person looks at the site.</summary>
public sealed record Look(string Language = "en", bool Dark = false, int Width = 1280, bool Scripts = true)
{
    public static readonly Look English = new();
    public static readonly Look Arabic = new("ar");

    public override string ToString() => $"{Language} {(Dark ? "dark" : "light")} {Width}px";
}
