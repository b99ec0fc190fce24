namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>The gateway did not do or tell what was asked. The message is for the log: it holds no secret and nothing about a person.</summary>
public sealed class PaymentGatewayException(GatewayFault fault, string message, string? code = null, Exception? inner = null) : Exception(message, inner)
{
    public GatewayFault Fault { get; } = fault;

    /// <summary>The gateway's own word for it, if it has one.</summary>
    public string? Code { get; } = code;

    /// <summary>The payment that a card refused, where one was begun.</summary>
    public string? PaymentId { get; init; }
}

public enum GatewayFault
{
    /// <summary>No answer, so whether it was done is unknown: ask again with the same key, or look.</summary>
    Unanswered,

    /// <summary>The gateway is down or has too much to do: nothing was done.</summary>
    Unavailable,

    /// <summary>The key to the gateway is wrong or may not do this.</summary>
    KeyRefused,

    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>What was asked is wrong, or cannot be done to the object as it is now.</summary>
    Refused,

    /// <summary>The same key was used for something else.</summary>
    KeyReused,
}
