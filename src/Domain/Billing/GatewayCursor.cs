namespace SaaSChat.Domain.Billing;

/// <summary>Up to when the gateway's own list of events was compared with the inbox.</summary>
public sealed class GatewayCursor
{
    public const string Events = "events";

    private GatewayCursor()
    {
    }

    public string Name { get; private set; } = "";
    public DateTime Until { get; private set; }

    public static GatewayCursor At(string name, DateTime until) => new() { Name = name, Until = until };

    public void MoveTo(DateTime until) => Until = until > Until ? until : Until;
}
