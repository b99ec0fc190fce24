using System.Text;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>The only addresses that a text may lead to: other sites and mail. Never ours, where a link could pretend to be a button.</summary>
internal static class SafeLink
{
    private const int Longest = 2000;
    private static readonly string[] Schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto];

    public static string? Of(string? address)
    {
        if (address is null || address.Length > Longest || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)) return null;
        if (!Schemes.Contains(uri.Scheme, StringComparer.Ordinal)) return null;

        // "https://bank.example@elsewhere.example" leads elsewhere.
        if (uri.Scheme != Uri.UriSchemeMailto && (uri.UserInfo.Length > 0 || uri.Host.Length == 0)) return null;
        return uri.AbsoluteUri;
    }

    public static StringBuilder OpenLink(this StringBuilder html, string address, string? attributes = null) =>
        html.Append("<a href=\"").AppendText(address).Append("\" target=\"_blank\" rel=\"noopener nofollow ugc\"").Append(attributes).Append('>');
}
