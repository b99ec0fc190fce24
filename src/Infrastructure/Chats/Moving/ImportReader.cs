using System.IO.Compression;
using System.Text.Json;
using SaaSChat.Domain.Chats.Moving;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>Reads conversations out of somebody's file: our own JSON, LibreChat's, or a zip of such. It is all good, or it is refused with what is wrong.</summary>
public static class ImportReader
{
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostUnpacked = 32 * 1024 * 1024;
    public const int MostFiles = 2_000;
    public const int MostChats = 1_000;
    public const int MostMessages = 20_000;

    // A tree of replies is nested two levels deep for each.
    private const int Deepest = 4_096;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest };

    // What a document takes in memory is many times the file: one at a time in a node.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public static async Task<ImportRead> ReadAsync(byte[] file, DateTime now, CancellationToken cancel)
    {
        if (file.Length > MostBytes) return new([], ImportFault.TooLarge);

        await Turn.WaitAsync(cancel);
        try
        {
            var chats = new List<MovedChat>();
            foreach (var json in FilesIn(file)) Read(json, now, chats);
            return chats.Count == 0 ? new([], ImportFault.Nothing) : new(chats, null);
        }
        catch (ImportFaultException fault)
        {
            return new([], fault.Fault);
        }
        catch (InvalidDataException)
        {
            return new([], ImportFault.NotReadable);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Cut off, foreign, nested too deep, or with half a sign in a text.
            return new([], ImportFault.NotReadable);
        }
        finally
        {
            Turn.Release();
        }
    }

    private static IEnumerable<byte[]> FilesIn(byte[] file)
    {
        if (file is not [(byte)'P', (byte)'K', ..]) return [file];

        return Unpacked(file);
    }

    private static IEnumerable<byte[]> Unpacked(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostFiles) throw new ImportFaultException(ImportFault.TooMany);

        var left = MostUnpacked;
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            // Counted while it is unpacked: what a zip says of its sizes proves nothing.
            using var packed = entry.Open();
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if ((left -= read) < 0) throw new ImportFaultException(ImportFault.TooLarge);
                unpacked.Write(buffer, 0, read);
            }

            yield return unpacked.ToArray();
        }
    }

    private static void Read(byte[] file, DateTime now, List<MovedChat> chats)
    {
        using var json = JsonDocument.Parse(file.AsMemory(file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0), Options);
        foreach (var chat in ChatsIn(json.RootElement))
        {
            chats.Add(LibreChatFile.IsOne(chat) ? LibreChatFile.Read(chat, now) : OwnFile.Read(chat, now));
            if (chats.Count > MostChats || chats.Sum(c => c.Messages.Count) > MostMessages) throw new ImportFaultException(ImportFault.TooMany);
        }
    }

    private static List<JsonElement> ChatsIn(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var format))
        {
            if (format.ValueKind != JsonValueKind.String || format.GetString() != ChatFile.Format || !root.TryGetProperty("conversations", out var own) || own.ValueKind != JsonValueKind.Array)
                throw new ImportFaultException(ImportFault.Foreign);
            if (!root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != ChatFile.Version)
                throw new ImportFaultException(ImportFault.Newer);
            return Listed(own);
        }

        if (LibreChatFile.IsOne(root)) return [root];
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 && root.EnumerateArray().All(LibreChatFile.IsOne)) return Listed(root);
        throw new ImportFaultException(ImportFault.Foreign);
    }

    private static List<JsonElement> Listed(JsonElement array) => array.GetArrayLength() <= MostChats ? [.. array.EnumerateArray()] : throw new ImportFaultException(ImportFault.TooMany);
}

/// <summary>What was in a file, or why it is refused.</summary>
public sealed record ImportRead(IReadOnlyList<MovedChat> Chats, ImportFault? Fault);

public enum ImportFault
{
    /// <summary>The file, or what it unpacks to.</summary>
    TooLarge,

    /// <summary>Conversations, messages or files.</summary>
    TooMany,
    NotReadable,

    /// <summary>Neither ours nor LibreChat's.</summary>
    Foreign,

    /// <summary>Ours, of a version that this program does not know.</summary>
    Newer,
    Nothing,

    /// <summary>A value is missing or of the wrong kind.</summary>
    WrongKind,
    TextTooLong,
    TimeImpossible,
    SameIdTwice,
    MissingParent,
    Circle,
}

// Carries what is wrong out of however deep it was found.
internal sealed class ImportFaultException(ImportFault fault) : Exception
{
    public ImportFault Fault { get; } = fault;
}
