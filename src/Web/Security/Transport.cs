using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

internal static class Transport
{
    /// <summary>Outside Development everything is HTTPS, by redirect or, where a proxy ends TLS in silence, by declaration.</summary>
    public static void UseTransport(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;

        if (app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.RequireHttps)
        {
            app.UseHttpsRedirection();
            return;
        }

        app.Use(next => context =>
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }

    /// <summary>Outside Development the site answers to its own names only: links in mails are made from them.</summary>
    public static void RequireHostNames(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        var hosts = (app.Configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (hosts.Length > 0 && !hosts.Contains("*", StringComparer.Ordinal)) return;

        throw new StartUpRefusedException("AllowedHosts does not name this site's hosts; set it to the names that visitors use, such as \"chat.example.com;www.example.com\".");
    }
}
