namespace SaaSChat.Domain.Assistants;

/// <summary>What stands beside an assistant's name: one of a fixed set.</summary>
public enum AssistantPicture
{
    Bot,
    Code,
    Languages,
    Pen,
    List,
    Book,
    Idea,
    Work,
    Study,
    Health,
    Travel,
    Food,
}
