namespace SaaSChat.Domain.Chats.Moving;

/// <summary>All of a person's conversations as a file, made in the background and fetched once.</summary>
public sealed class ChatExport
{
    /// <summary>How long it waits to be fetched.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Whoever writes it says so in this time at least, or another begins anew.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private ChatExport()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public ChatExportState State { get; private set; }

    /// <summary>How many conversations are in it, of how many.</summary>
    public int Done { get; private set; }
    public int Total { get; private set; }

    public long Bytes { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was last worked on.</summary>
    public DateTime SeenAt { get; private set; }

    public static ChatExport Order(Guid id, Guid userId, int total, DateTime at) => new() { Id = id, UserId = userId, Total = total, CreatedAt = at, SeenAt = at };
}

/// <summary>A piece of the file: it is read and sent piece by piece.</summary>
public sealed class ChatExportPart(Guid exportId, int no, byte[] bytes)
{
    public const int Size = 256 * 1024;

    public Guid ExportId { get; private set; } = exportId;
    public int No { get; private set; } = no;
    public byte[] Bytes { get; private set; } = bytes;
}

public enum ChatExportState
{
    Waiting,
    Running,
    Ready,
}
