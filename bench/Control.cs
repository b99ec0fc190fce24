namespace SaaSChat.Bench;

/// <summary>What the site is measured against: the same server with nothing but an empty Razor page.</summary>
internal static class Control
{
    public static async Task<int> ServeAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorPages();

        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }
}
