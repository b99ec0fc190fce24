namespace SaaSChat.Web.Public;

/// <summary>Section "Site".</summary>
public sealed class SiteOptions
{
    /// <summary>The address that visitors and search engines know; unset, it is the one they asked for.</summary>
    public string? BaseUrl { get; set; }

    public bool IsValid =>
        string.IsNullOrEmpty(BaseUrl)
        || (Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "", Fragment: "" });
}
