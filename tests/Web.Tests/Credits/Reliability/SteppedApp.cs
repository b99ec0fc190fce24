using Microsoft.AspNetCore.Hosting;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>The program, with every step that it takes in the database counted.</summary>
public sealed class SteppedApp : TestApp
{
    internal Steps Steps { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Steps.CountIn(builder);
    }
}
