using Microsoft.AspNetCore.Hosting;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>The site with one provider on a real socket.</summary>
internal sealed class ModelApp(ModelServer server, params (string Key, string Value)[] settings) : TestApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in server.Settings()) builder.UseSetting(name, value);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
    }
}
