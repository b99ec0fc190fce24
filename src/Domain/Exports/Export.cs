namespace SaaSChat.Domain.Exports;

/// <summary>A file that is too long to wait for: written in the background, kept for a day.</summary>
public sealed class Export
{
    public const int QueryLength = 1_000;

    /// <summary>How long the file can be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Whoever writes it and is silent for longer is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private Export()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public ExportKind Kind { get; private set; }
    public ExportFormat Format { get; private set; }

    /// <summary>Whose usage it is; null for conversations, which are their person's.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>What was asked for, as the address said it.</summary>
    public string Query { get; private set; } = "";

    public string Language { get; private set; } = "";
    public ExportState State { get; private set; }

    /// <summary>The last record that belongs to it: what comes later is not waited for.</summary>
    public long LastSeq { get; private set; }

    /// <summary>How many rows, or conversations, are in it, of how many.</summary>
    public long Done { get; private set; }
    public long InAll { get; private set; }

    public long Bytes { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    public int Percent => State == ExportState.Done ? 100 : InAll == 0 ? 0 : (int)Math.Min(99, Done * 100 / InAll);

    public bool IsOver => State is ExportState.Done or ExportState.Failed;

    public static Export OfUsage(Guid userId, Guid accountId, UsageOrder order, DateTime at) => new()
    {
        Id = Ids.NewId(), UserId = userId, Kind = ExportKind.Usage, AccountId = accountId, Query = order.Query, Format = order.Format, Language = order.Language,
        LastSeq = order.LastSeq, InAll = order.Rows, AskedAt = at, ExpiresAt = at + Kept,
    };

    public static Export OfChats(Guid userId, long chats, DateTime at) => new()
    {
        Id = Ids.NewId(), UserId = userId, Kind = ExportKind.Chats, Format = ExportFormat.Zip, InAll = chats, AskedAt = at, ExpiresAt = at + Kept,
    };
}

/// <summary>A piece of the file, in the database so that every node can hand it out.</summary>
public sealed class ExportPart(Guid exportId, int number, byte[] content)
{
    public Guid ExportId { get; private set; } = exportId;
    public int Number { get; private set; } = number;
    public byte[] Content { get; private set; } = content;
}

/// <summary>Which usage, in which words.</summary>
public sealed record UsageOrder(string Query, ExportFormat Format, string Language, long LastSeq, long Rows);

public enum ExportKind
{
    Usage,
    Chats,
}

public enum ExportFormat
{
    Csv,
    Json,
    Zip,
}

public enum ExportState
{
    Waiting,
    Running,
    Done,
    Failed,
}
