using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Notices;

namespace SaaSChat.Infrastructure.Notices;

public static class NoticeQueries
{
    public static IQueryable<Notice> OwnedBy(this IQueryable<Notice> notices, Guid userId) => notices.Where(n => n.UserId == userId);

    public static IQueryable<Notice> Unread(this IQueryable<Notice> notices) => notices.Where(n => n.ReadAt == null);

    /// <summary>Those that a person reads now; a second reading changes nothing.</summary>
    public static Task<int> ReadAsync(this IQueryable<Notice> notices, DateTime at, CancellationToken cancel) =>
        notices.Unread().ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, at), cancel);
}
