namespace SaaSChat.Domain.Mail;

/// <summary>A letter that is to be sent: written beside its cause, tried until the other side takes it, and given up in the end.</summary>
public sealed class OutboxMail : IVersioned
{
    public const int MostAttempts = 8;

    /// <summary>How long whoever claimed the letter may take; who is silent for longer is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int LongestError = 300;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private OutboxMail()
    {
    }

    public Guid Id { get; private set; }
    public MailKind Kind { get; private set; }
    public string To { get; private set; } = "";
    public string Language { get; private set; } = "";

    /// <summary>May hold a link that opens an account, so it is dropped as soon as nothing more is to be sent.</summary>
    public MailArguments? Arguments { get; private set; }

    public DateTime WrittenAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>When it is due, or when the lease of whoever sends it now ends; null once nothing more is to be sent.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    public DateTime? SentAt { get; private set; }
    public DateTime? GivenUpAt { get; private set; }
    public string? Error { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public bool IsWaiting => NextAttemptAt is not null;
    public bool IsExhausted => Attempts >= MostAttempts;

    public static OutboxMail Write(MailKind kind, string to, string language, MailArguments arguments, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        return new OutboxMail { Id = Ids.NewId(), Kind = kind, To = to, Language = language, Arguments = arguments, WrittenAt = at, NextAttemptAt = at };
    }

    public bool IsDue(DateTime at) => NextAttemptAt <= at;

    public bool IsOutdated(DateTime at) => Arguments?.ExpiresAt <= at;

    /// <summary>Counts as an attempt even if nothing is heard of it again: a letter that kills its sender ends too.</summary>
    public void Claim(DateTime at)
    {
        if (!IsDue(at)) throw new InvalidOperationException("Only a letter that is due can be claimed.");
        if (IsExhausted) throw new InvalidOperationException("All attempts at this letter have been made.");

        Attempts++;
        NextAttemptAt = at + Lease;
    }

    public void MarkSent(DateTime at)
    {
        RequireClaimed();
        (SentAt, Error) = (at, null);
        End();
    }

    public void Failed(DateTime at, string reason)
    {
        RequireClaimed();
        if (IsExhausted)
        {
            GiveUp(at, reason);
            return;
        }

        (NextAttemptAt, Error) = (at + WaitAfter(Attempts), OneLine.Of(reason, LongestError));
    }

    public void GiveUp(DateTime at, string reason)
    {
        RequireWaiting();
        (GivenUpAt, Error) = (at, OneLine.Of(reason, LongestError));
        End();
    }

    // 1, 4, 16 and 64 minutes, then hours: a mail server that is being repaired over night still gets the letter.
    private static TimeSpan WaitAfter(int attempts)
    {
        var wait = FirstWait * Math.Pow(4, attempts - 1);
        return wait < LongestWait ? wait : LongestWait;
    }

    private void End()
    {
        (NextAttemptAt, Arguments) = (null, null);

        // By then the address belongs to nobody here: the letter was all that still needed it.
        if (Kind is MailKind.AccountDeleted or MailKind.AddressChanged) To = "";
    }

    private void RequireWaiting()
    {
        if (!IsWaiting) throw new InvalidOperationException("This letter is sent or given up already.");
    }

    private void RequireClaimed()
    {
        RequireWaiting();
        if (Attempts == 0) throw new InvalidOperationException("Nobody has claimed this letter.");
    }
}
