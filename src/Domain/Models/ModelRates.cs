namespace SaaSChat.Domain.Models;

/// <summary>A provider's list price in dollars per million tokens, from a day on. A missing cache rate is the input rate.</summary>
public sealed record ModelRates(DateOnly From, decimal Input, decimal Output, decimal? CacheRead = null, decimal? CacheWrite = null);
