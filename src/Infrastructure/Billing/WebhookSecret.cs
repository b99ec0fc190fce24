namespace SaaSChat.Infrastructure.Billing;

/// <summary>By what we know that an announcement is the gateway's own.</summary>
public sealed record WebhookSecret(string Value)
{
    // So that it is in no log by mistake.
    public override string ToString() => nameof(WebhookSecret);
}
