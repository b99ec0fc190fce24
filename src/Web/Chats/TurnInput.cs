using System.ComponentModel.DataAnnotations;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Web.Chats;

/// <summary>What the composer sends; of the text, what can be seen.</summary>
public sealed class TurnInput
{
    [Required(ErrorMessage = "Chat.Problem.Empty")]
    [StringLength(Message.MostTyped, ErrorMessage = "Chat.Problem.TooLong")]
    public string? Text
    {
        get;
        set => field = value is null ? null : VisibleText.Of(value);
    }

    public Guid ClientId { get; set; }

    [StringLength(Domain.Models.ChatModel.KeyLength)]
    public string? Model { get; set; }

    /// <summary>The id or the link of the assistant that a new conversation follows.</summary>
    [StringLength(50)]
    public string? Assistant { get; set; }

    public bool IsTemporary { get; set; }
}
