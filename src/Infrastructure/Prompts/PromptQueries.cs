using SaaSChat.Domain.Prompts;

namespace SaaSChat.Infrastructure.Prompts;

public static class PromptQueries
{
    /// <summary>As many as one person may keep: all of them stand on one page.</summary>
    public const int Most = 300;

    public static IQueryable<Prompt> OwnedBy(this IQueryable<Prompt> prompts, Guid userId) => prompts.Where(p => p.UserId == userId);

    /// <summary>Used last, then written last.</summary>
    public static IOrderedQueryable<Prompt> LatestFirst(this IQueryable<Prompt> prompts) => prompts.OrderByDescending(p => p.UsedAt ?? p.ChangedAt).ThenBy(p => p.Title);
}
