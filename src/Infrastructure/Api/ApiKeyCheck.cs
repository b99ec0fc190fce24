using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Api;

/// <summary>Asked on each call: what is revoked here is over at once, and on every other node within three seconds, as is whatever stops its owner.</summary>
public sealed class ApiKeyCheck(AppDbContext db, ApiKeyChecks checks, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public async Task<ApiKeyAnswer> AskAsync(string secret, CancellationToken cancel)
    {
        if (!ApiKey.IsWellFormed(secret)) return ApiKeyAnswer.Unknown;

        var hash = ApiKey.HashOf(secret);
        if (!checks.TryRecall(hash, out var answer))
        {
            answer = await FindAsync(hash, cancel);
            if (answer.IsKnown) checks.Remember(hash, answer);
        }

        return answer.Holder?.ExpiresAt <= clock.UtcNow() ? ApiKeyAnswer.Over : answer;
    }

    private async Task<ApiKeyAnswer> FindAsync(string hash, CancellationToken cancel)
    {
        var found = await (
            from key in db.ApiKeys.AsNoTracking()
            where key.Hash == hash
            join owner in db.Users on key.UserId equals owner.Id
            select new
            {
                Key = key, owner.Email, owner.Name, owner.LockoutEnd,
                Stopped = owner.SuspendedAt != null || owner.DeletedAt != null,
                Role = db.UserRoles.Where(r => r.UserId == owner.Id).Select(r => (Guid?)r.RoleId).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancel);
        if (found is null) return ApiKeyAnswer.Unknown;

        var now = clock.UtcNow();
        if (found.Stopped || found.LockoutEnd?.UtcDateTime > now || !found.Key.IsLive(now)) return ApiKeyAnswer.Over;

        if (!(now - found.Key.LastUsedAt < SeenEvery)) await SeeAsync(found.Key.Id, now, cancel);
        return new(IsKnown: true, new(found.Key.Id, found.Key.UserId, found.Email!, found.Name, Roles.NameOf(found.Role), found.Key.Scopes, found.Key.ExpiresAt));
    }

    private async Task SeeAsync(Guid id, DateTime now, CancellationToken cancel)
    {
        using var turn = await db.TakeTurnAsync(cancel);
        await db.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, now), cancel);
    }
}
