using System.Text;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>Reads a stream of server-sent events. A line that is too long is refused before it is kept.</summary>
internal sealed class ServerEvents(Stream stream)
{
    public const int LongestLine = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line with data, or an empty one for any other; null at the end of the stream. No provider splits an event's data.</summary>
    public async ValueTask<string?> NextAsync(CancellationToken cancel)
    {
        if (await LineAsync(cancel) is not { } line) return null;
        if (!line.StartsWith("data:", StringComparison.Ordinal)) return "";
        return line.AsSpan(5).Trim(' ').ToString();
    }

    private async ValueTask<string?> LineAsync(CancellationToken cancel)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0) return Take(searched + at + 1);

            searched = _end - _start;
            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancel);
            if (read == 0) return searched > 0 ? Take(searched) : null;
            _end += read;
        }
    }

    private string Take(int length)
    {
        var line = _buffer.AsSpan(_start, length).TrimEnd("\r\n"u8);
        _start += length;
        return Strict.GetString(line);
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end < _buffer.Length) return;
        if (_buffer.Length >= LongestLine) throw new ChatProviderException(ProviderFault.Garbled, $"Sent a line of more than {LongestLine} bytes.");
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
