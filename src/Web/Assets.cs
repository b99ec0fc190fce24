using Microsoft.AspNetCore.Components;

namespace SaaSChat.Web;

/// <summary>Addresses of our own files with their fingerprint in them, so that browsers may keep them for good.</summary>
public static class Assets
{
    public static string AssetUrl(this HttpContext http, string path)
    {
        ArgumentNullException.ThrowIfNull(http);
        var known = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return http.Request.PathBase.Add("/" + (known?[path] ?? path));
    }
}
