using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace SaaSChat.Web.Security;

/// <summary>The headers that every answer carries: pages, fragments, files, redirects and errors, those of the host filter too.</summary>
internal sealed class SecurityHeaders(ContentPolicy policy, IWebHostEnvironment environment, IOptions<SecurityOptions> options) : IStartupFilter
{
    private static readonly StringValues Nosniff = "nosniff";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private readonly StringValues _policy = policy.Text;
    private readonly StringValues _policyWithStyledElements = policy.WithStyledElements;
    private readonly bool _development = environment.IsDevelopment();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        Func<object, Task> add = context => Add((HttpContext)context);
        app.Use(rest => context =>
        {
            context.Response.OnStarting(add, context);
            return rest(context);
        });
        next(app);
    };

    private Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;

        // Development shows letters in a frame of its own; elsewhere nobody changes the policy.
        if (!_development || headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = PolicyFor(context);
        headers.XContentTypeOptions = Nosniff;
        headers["Referrer-Policy"] = SameOrigin;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        headers["Permissions-Policy"] = Permissions;
        if (!_development && context.Request.IsHttps) headers.StrictTransportSecurity = options.Value.StrictTransportSecurity;

        // Whoever knows better (files, forms) has said so already; what was made for one person is kept by nobody.
        if (headers.CacheControl.Count == 0) headers.CacheControl = IsPrivate(context) ? NoStore : NoCache;
        return Task.CompletedTask;
    }

    private StringValues PolicyFor(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StyledElements>() is null ? _policy : _policyWithStyledElements;

    private static bool IsPrivate(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true || context.Response.Headers.SetCookie.Count > 0;
}
