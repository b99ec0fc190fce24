namespace SaaSChat.Domain.Usage;

public enum ExportFormat
{
    Csv,
    Json,
}

public enum ExportState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>A file of somebody's usage that is too long to wait for: written in the background, kept for a day.</summary>
public sealed class UsageExport
{
    public const int QueryLength = 1_000;

    /// <summary>How long the file can be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Whoever writes it and is silent for longer is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private UsageExport()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public Guid AccountId { get; private set; }

    /// <summary>What was asked for, as the address said it.</summary>
    public string Query { get; private set; } = "";

    public ExportFormat Format { get; private set; }
    public string Language { get; private set; } = "";
    public ExportState State { get; private set; }

    /// <summary>The last record that belongs to it: what comes later is not waited for.</summary>
    public long LastSeq { get; private set; }

    public long RowsDone { get; private set; }
    public long RowsInAll { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? LeaseUntil { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }

    public int Percent => State == ExportState.Done ? 100 : RowsInAll == 0 ? 0 : (int)Math.Min(99, RowsDone * 100 / RowsInAll);

    public bool IsOver => State is ExportState.Done or ExportState.Failed;

    public static UsageExport Ask(Guid userId, Guid accountId, string query, ExportFormat format, string language, long lastSeq, long rows, DateTime at) => new()
    {
        Id = Ids.NewId(), UserId = userId, AccountId = accountId, Query = query, Format = format, Language = language,
        LastSeq = lastSeq, RowsInAll = rows, AskedAt = at, ExpiresAt = at + Kept,
    };
}

/// <summary>A piece of the file, in the database so that every node can hand it out.</summary>
public sealed class UsageExportPart(Guid exportId, int number, byte[] content)
{
    public Guid ExportId { get; private set; } = exportId;
    public int Number { get; private set; } = number;
    public byte[] Content { get; private set; } = content;
}
