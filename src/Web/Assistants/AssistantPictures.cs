using SaaSChat.Domain.Assistants;

namespace SaaSChat.Web.Assistants;

public static class AssistantPictures
{
    public static string Icon(this AssistantPicture picture) => picture switch
    {
        AssistantPicture.Bot => "bot",
        AssistantPicture.Code => "code",
        AssistantPicture.Languages => "languages",
        AssistantPicture.Pen => "pencil",
        AssistantPicture.List => "list-checks",
        AssistantPicture.Book => "book-open",
        AssistantPicture.Idea => "lightbulb",
        AssistantPicture.Work => "briefcase",
        AssistantPicture.Study => "graduation-cap",
        AssistantPicture.Health => "heart-pulse",
        AssistantPicture.Travel => "plane",
        AssistantPicture.Food => "utensils",
        _ => throw new ArgumentOutOfRangeException(nameof(picture), picture, null),
    };
}
