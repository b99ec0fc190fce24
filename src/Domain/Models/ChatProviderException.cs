namespace SaaSChat.Domain.Models;

/// <summary>An attempt that came to nothing, or broke off. The message is for the log: it holds no key and nothing that anybody wrote.</summary>
public sealed class ChatProviderException(ProviderFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ProviderFault Fault { get; } = fault;

    /// <summary>When the provider wants to be asked again, if it says.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

public enum ProviderFault
{
    /// <summary>No key is set, or all of them are paused.</summary>
    NotConnected,

    /// <summary>Refused, reset, or no such host.</summary>
    Unreachable,

    /// <summary>401 or 403: the key is wrong.</summary>
    KeyRefused,

    /// <summary>429.</summary>
    TooMany,

    /// <summary>500, 502, 503, 529.</summary>
    Down,

    /// <summary>The request itself is wrong, such as a model that is gone or a prompt that is too long: no other key helps.</summary>
    Refused,

    /// <summary>Silent for too long.</summary>
    TimedOut,

    /// <summary>What was sent cannot be read.</summary>
    Garbled,

    /// <summary>The stream ended before the answer did.</summary>
    CutOff,
}
