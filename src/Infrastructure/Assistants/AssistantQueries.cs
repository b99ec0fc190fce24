using SaaSChat.Domain.Assistants;

namespace SaaSChat.Infrastructure.Assistants;

public static class AssistantQueries
{
    public static IQueryable<Assistant> OwnedBy(this IQueryable<Assistant> assistants, Guid userId) => assistants.Where(a => a.OwnerId == userId);

    public static IQueryable<Assistant> OfTheHouse(this IQueryable<Assistant> assistants) => assistants.Where(a => a.OwnerId == null);

    public static IQueryable<Assistant> Offered(this IQueryable<Assistant> assistants) => assistants.OfTheHouse().Where(a => a.RetiredAt == null);

    /// <summary>The one that they may begin a chat with: by its id where it is theirs or for everyone, else by its link.</summary>
    public static IQueryable<Assistant> Named(this IQueryable<Assistant> assistants, string name, Guid userId)
    {
        if (Guid.TryParse(name, out var id)) return assistants.Where(a => a.Id == id && a.RetiredAt == null && (a.OwnerId == userId || a.Reach == Reach.Everyone));
        var hash = AssistantLink.IsWellFormed(name) ? AssistantLink.HashOf(name) : null;
        return assistants.Where(a => a.LinkHash == hash && a.LinkHash != null && a.RetiredAt == null);
    }

    /// <summary>Those that a chat which follows them goes on with: whoever began by a link needs it no more, until its owner shares no more.</summary>
    public static IQueryable<Assistant> FollowedBy(this IQueryable<Assistant> assistants, Guid userId) =>
        assistants.Where(a => a.RetiredAt == null && (a.OwnerId == userId || a.Reach != Reach.Private));
}
