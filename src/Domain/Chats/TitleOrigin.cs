namespace SaaSChat.Domain.Chats;

/// <summary>Who gave a conversation its title. What a person wrote stays.</summary>
public enum TitleOrigin
{
    Nobody,
    FirstWords,
    Model,
    Person,
}
