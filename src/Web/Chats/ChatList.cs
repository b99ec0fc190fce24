using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Chats;

namespace SaaSChat.Web.Chats;

/// <summary>A page of somebody's conversations, under its headings.</summary>
/// <param name="Older">Where the next page begins; null on the last one.</param>
/// <param name="Shown">How many stand on this page and on those before it.</param>
/// <param name="OpenId">The one that the person has open.</param>
/// <param name="OpenTitle">Its new name, which the page around the list must show too.</param>
public sealed record ChatList(IReadOnlyList<ChatGroup> Groups, ChatPlace? Older, int Shown, Guid? OpenId, string? OpenTitle = null)
{
    public static readonly ChatList Nobodys = new([], null, 0, null);

    public bool IsRunning => Groups.Any(g => g.Rows.Any(r => r.IsRunning));
}

/// <param name="GoesOn">Its heading stands on the page before.</param>
public sealed record ChatGroup(ChatAge Age, bool GoesOn, IReadOnlyList<ListedChat> Rows);

/// <summary>What may be done with a conversation: in the side bar in place, elsewhere as a form that comes back.</summary>
public sealed record ChatActs(ListedChat Row, bool InPlace);
