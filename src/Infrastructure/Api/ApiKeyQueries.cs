using SaaSChat.Domain.Api;

namespace SaaSChat.Infrastructure.Api;

public static class ApiKeyQueries
{
    public static IQueryable<ApiKey> OwnedBy(this IQueryable<ApiKey> keys, Guid userId) => keys.Where(k => k.UserId == userId);

    public static IQueryable<ApiKey> LiveAt(this IQueryable<ApiKey> keys, DateTime at) =>
        keys.Where(k => k.RevokedAt == null && (k.ExpiresAt == null || k.ExpiresAt > at));
}
