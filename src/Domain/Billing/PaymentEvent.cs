using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Domain.Billing;

/// <summary>One announcement of the gateway, kept for ever so that it is acted on once. What it said is not kept: what is true is asked afresh.</summary>
public sealed class PaymentEvent
{
    public const int IdLength = 100;
    public const int TypeLength = 100;
    public const int ErrorLength = 300;

    /// <summary>How long whoever acts on it may take; who is silent for longer is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private PaymentEvent()
    {
    }

    public string Id { get; private set; } = "";
    public string Type { get; private set; } = "";
    public string ObjectId { get; private set; } = "";
    public DateTime At { get; private set; }
    public DateTime ReceivedAt { get; private set; }
    public PaymentEventState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>When it is due, or when the lease of whoever acts on it now ends; null once it is over.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    public DateTime? EndedAt { get; private set; }
    public string? Error { get; private set; }

    public EventSubject Subject => EventSubjects.Of(Type);

    public static PaymentEvent Receive(GatewayEvent said, DateTime at) => new()
    {
        Id = said.Id, Type = said.Type, ObjectId = said.ObjectId, At = said.At, ReceivedAt = at, NextAttemptAt = at,
    };

    public void End(PaymentEventState state, DateTime at, string? error = null) =>
        (State, EndedAt, NextAttemptAt, Error) = (state, at, null, error is null ? null : OneLine.Of(error, ErrorLength));

    /// <summary>Tried again after 15 seconds, a minute, four minutes and so on, at last each hour: money that is waited for is never given up.</summary>
    public void Fail(DateTime at, string error)
    {
        var wait = FirstWait * Math.Pow(4, Math.Min(Attempts, 6) - 1);
        (NextAttemptAt, Error) = (at + (wait < LongestWait ? wait : LongestWait), OneLine.Of(error, ErrorLength));
    }

    /// <summary>Somebody looked into why it was refused or failed, and wants it acted on again.</summary>
    public void Reopen(DateTime at) => (State, Attempts, NextAttemptAt, EndedAt, Error) = (PaymentEventState.Waiting, 0, at, null, null);
}

public enum PaymentEventState
{
    Waiting,
    Applied,

    /// <summary>About nothing of ours.</summary>
    Ignored,

    /// <summary>What it is about does not agree with our order; somebody has to look.</summary>
    Refused,
}
