using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Security;

/// <summary>The proxies in front of this site; they speak for others and are never banned themselves.</summary>
public sealed record KnownProxies(AddressRanges Ranges);
