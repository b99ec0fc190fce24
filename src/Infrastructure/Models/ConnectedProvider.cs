using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models;

/// <summary>A provider that can be asked here.</summary>
public sealed record ConnectedProvider(IChatProvider Provider, ProviderAccess Access);
