using SaaSChat.Infrastructure;
using SaaSChat.Web.Operations;

namespace SaaSChat.Web;

public static class HostSetup
{
    private static readonly string[] Environments = ["Development", "Staging", "Production"];

    public static void AddHost(this WebApplicationBuilder builder)
    {
        // A mistyped Development would silently be a production, and the other way round.
        if (!Environments.Contains(builder.Environment.EnvironmentName, StringComparer.OrdinalIgnoreCase))
            throw new StartUpRefusedException($"ASPNETCORE_ENVIRONMENT is \"{builder.Environment.EnvironmentName}\"; set it to {string.Join(", ", Environments[..^1])} or {Environments[^1]}.");

        Addresses.Choose(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddShutdown();
    }
}
