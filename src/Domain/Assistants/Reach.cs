namespace SaaSChat.Domain.Assistants;

/// <summary>Who may chat with an assistant, besides whoever made it.</summary>
public enum Reach
{
    Private,

    /// <summary>Whoever has its link.</summary>
    Link,
    Everyone,
}
