namespace SaaSChat.Web;

public static class HostSetup
{
    private const string DefaultAddress = "http://localhost:5080";

    public static void AddHost(this WebApplicationBuilder builder)
    {
        // A default in code: launchSettings' applicationUrl would win over ASPNETCORE_URLS.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }
}
