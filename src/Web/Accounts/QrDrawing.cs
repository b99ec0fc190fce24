using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace SaaSChat.Web.Accounts;

/// <summary>A QR code as one path of an SVG, a unit square for each dark module and the quiet zone around them.</summary>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++) AppendRow(path, rows[y], y);
        return new QrDrawing(rows.Count, path.ToString());
    }

    private static void AppendRow(StringBuilder path, BitArray row, int y)
    {
        for (var x = 0; x < row.Length; x++)
        {
            if (row[x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        }
    }
}
