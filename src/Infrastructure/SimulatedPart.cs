namespace SaaSChat.Infrastructure;

/// <summary>A part that plays its role without the outside world; the start-up names each one, and what makes it real.</summary>
public sealed record SimulatedPart(string What, string Remedy);
