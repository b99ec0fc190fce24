using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>Looks into the database that other processes work on, and does none of their work.</summary>
public sealed class NodesApp : TestApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Quota:CreditsPerUnit", "100");
        builder.ConfigureTestServices(services =>
        {
            foreach (var engine in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(QuartzHostedService)).ToList()) services.Remove(engine);
        });
    }
}
