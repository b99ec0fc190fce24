namespace SaaSChat.Browser.Tests;

/// <summary>The browser of this machine, found where its package puts it or where CHROMIUM says.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
    [
        Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    public static readonly string? Executable = Places.FirstOrDefault(File.Exists);

    public static readonly string? Missing = Executable is null
        ? "Not run: no Chromium was found. Install it (apt-get install chromium) or set CHROMIUM to its path."
        : null;
}

/// <summary>A test in a real browser; where there is none it says so instead of passing.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
