using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

internal static class SizeSetup
{
    private static readonly TimeSpan SlowBodyGrace = TimeSpan.FromSeconds(5);

    public static void AddSizes(this IHostApplicationBuilder builder)
    {
        var sizes = builder.AddChecked<SizeOptions>("Limits");
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = sizes.BodyBytes;
            kestrel.Limits.MaxRequestLineSize = sizes.RequestLineBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = sizes.HeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = sizes.HeaderCount;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(sizes.HeaderSeconds);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(sizes.BodyBytesPerSecond, SlowBodyGrace);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(sizes.IdleConnectionSeconds);
            kestrel.Limits.MaxConcurrentConnections = sizes.Connections;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = sizes.FormFields;
            form.ValueLengthLimit = (int)sizes.BodyBytes;
            form.MultipartBodyLengthLimit = sizes.BodyBytes;
            form.BufferBodyLengthLimit = sizes.BodyBytes;
        });
    }
}
