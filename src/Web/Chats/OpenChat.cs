namespace SaaSChat.Web.Chats;

/// <summary>The conversation on the page that the person sees now.</summary>
public sealed class OpenChat(IHttpContextAccessor http)
{
    private const string Path = "/chat/";

    public Guid? Id => Seen is { } path && path.StartsWith(Path, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(path.AsSpan(Path.Length), out var id) ? id : null;

    // Asked by htmx, the address of the request is not that of the page.
    private string? Seen => http.HttpContext?.Request is not { } request ? null
        : !request.IsHtmx() ? request.Path.Value
        : Uri.TryCreate(request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) ? page.AbsolutePath : null;
}
