namespace SaaSChat.Domain.Models;

public sealed record ChatTurn(ChatRole Role, string Text);

public enum ChatRole
{
    User,
    Assistant,
}
