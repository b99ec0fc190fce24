using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SaaSChat.Domain;

/// <summary>Makes every id of the system, so that rows are known before they are saved.</summary>
public static class Ids
{
    // As a power of two.
    private const int TicksOfATenth = 20;

    private static long _last;

    // SQL Server compares a uniqueidentifier from its last six bytes to its first, and SQLite a text from its first letter on. The clock stands at both ends, at the
    // front to a tenth of a second: what is written together lies together in the index of either. The order is a kindness to the index only; nothing sorts or pages
    // by it.
    public static Guid NewId()
    {
        var tick = NextTick();
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)(tick >> TicksOfATenth));
        RandomNumberGenerator.Fill(bytes[4..8]);

        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], tick);
        (bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]) =
            (bytes[14], bytes[15], bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13]);
        return new Guid(bytes);
    }

    /// <summary>Eight digits that no clock made, for the number of a paper: those at either end are alike in what is made together.</summary>
    public static string MiddleOf(Guid id) => $"{id:N}"[8..16].ToUpperInvariant();

    // Never the same tick twice on one node, even when the clock stands still or steps back.
    private static long NextTick()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(DateTime.UtcNow.Ticks, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}
