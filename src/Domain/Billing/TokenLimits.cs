namespace SaaSChat.Domain.Billing;

/// <summary>How many of the models' tokens an account may use.</summary>
public sealed record TokenLimits(long Day, long Month);
