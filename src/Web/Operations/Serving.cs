using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Operations;

internal static class Serving
{
    private const string Kestrel = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>Serves until the process is told to stop, and says where once it does.</summary>
    public static async Task<int> ServeAsync(this WebApplication app)
    {
        await using var served = app;
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (CauseInKestrel(e) is { } cause)
        {
            throw new StartUpRefusedException($"{cause.TrimEnd('.')}; choose another address with --urls or ASPNETCORE_URLS, for example --urls http://localhost:5081.", e);
        }

        app.Services.GetRequiredService<StartUp>().Over();
        StartUpReport.Tell(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static string? CauseInKestrel(Exception e) => e switch
    {
        IOException { InnerException: AddressInUseException } => e.Message,
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "This user may not listen on that port",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "This machine does not have that address",
        InvalidOperationException or FormatException when e.Source?.StartsWith(Kestrel, StringComparison.Ordinal) == true => e.Message.Split(".\n", 2)[0].ReplaceLineEndings(" "),
        _ => null,
    };
}
