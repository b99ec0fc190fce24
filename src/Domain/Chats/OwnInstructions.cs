namespace SaaSChat.Domain.Chats;

/// <summary>What a person wants every model to know about them and how they like to be answered.</summary>
public sealed class OwnInstructions : IVersioned
{
    public const int Length = 1_500;

    private OwnInstructions()
    {
    }

    public Guid UserId { get; private set; }
    public string About { get; private set; } = "";
    public string Answers { get; private set; } = "";
    public bool IsOn { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public static OwnInstructions Of(Guid userId) => new() { UserId = userId, IsOn = true };

    public void Change(string about, string answers, bool isOn) => (About, Answers, IsOn) = (about, answers, isOn);
}
