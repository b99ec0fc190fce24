namespace SaaSChat.Web;

public static class Htmx
{
    public static bool IsHtmx(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");
}
