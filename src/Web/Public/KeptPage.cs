using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SaaSChat.Web.Public;

/// <summary>A rendered page. It holds nothing of anybody's, so it may be compressed, and be asked about by its tag.</summary>
internal sealed class KeptPage
{
    private const string Html = "text/html; charset=utf-8";
    private const string Brotli = "br";
    private const int Quality = 9;

    private static readonly StringValues Varying = new([HeaderNames.AcceptEncoding, HeaderNames.Cookie]);

    private readonly byte[] _plain;
    private readonly byte[] _compressed;
    private readonly StringValues _tag;

    public KeptPage(byte[] html, DateTime until)
    {
        (_plain, _compressed, Until) = (html, Compress(html), until);
        _tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(html).AsSpan(0, 12))}\"";
    }

    public DateTime Until { get; }

    public Task SendAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        (headers.ETag, headers.Vary) = (_tag, Varying);
        if (http.Request.Headers.IfNoneMatch == _tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = ReadsBrotli(http.Request.Headers.AcceptEncoding) ? _compressed : _plain;
        if (body == _compressed) headers.ContentEncoding = Brotli;
        (headers.ContentType, headers.ContentLength) = (Html, body.Length);
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private static bool ReadsBrotli(StringValues accepted)
    {
        foreach (var line in accepted)
        {
            foreach (var coding in (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (coding.StartsWith(Brotli, StringComparison.OrdinalIgnoreCase) && Wants(coding.AsSpan(Brotli.Length))) return true;
            }
        }

        return false;
    }

    // "br" or "br;q=0.8", but not "br;q=0" nor another coding that begins alike.
    private static bool Wants(ReadOnlySpan<char> weight) =>
        weight.IsEmpty || (weight.IndexOf('=') is > 0 and var at && double.TryParse(weight[(at + 1)..], CultureInfo.InvariantCulture, out var quality) && quality > 0);

    private static byte[] Compress(byte[] html)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(html.Length)];
        return BrotliEncoder.TryCompress(html, compressed, out var length, Quality, window: 18)
            ? compressed[..length]
            : throw new InvalidOperationException("The page was not compressed.");
    }
}
