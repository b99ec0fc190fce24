namespace SaaSChat.Domain.Billing;

/// <summary>What a plan is called, and whom it is for.</summary>
public sealed record PlanText(BothLanguages Name, BothLanguages Purpose);
