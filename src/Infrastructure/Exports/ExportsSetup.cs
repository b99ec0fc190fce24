using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Exports;

public static class ExportsSetup
{
    public static void AddExports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<FileStore>();
        builder.Services.AddScoped<ExportWriting>();
    }
}
