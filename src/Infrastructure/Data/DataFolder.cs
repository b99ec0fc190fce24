using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Data:Folder, where the embedded database lives; made when it is not there.</summary>
internal static class DataFolder
{
    public static string For(IHostApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(builder.Configuration["Data:Folder"] ?? "data", builder.Environment.ContentRootPath);
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartUpRefusedException($"Data:Folder {folder} cannot be used ({e.Message.TrimEnd('.')}); set it to a folder that this user may write to.", e);
        }
    }
}
