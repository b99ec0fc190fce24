namespace SaaSChat.Domain.Accounts;

/// <summary>One sign-in on one device, from then until its person signs out, it is ended elsewhere, or it runs out.</summary>
public sealed class Session
{
    /// <summary>How long after proving who they are a person may change what protects their account.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    public const int DeviceLength = 200;
    public const int AddressLength = 45;

    private Session()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public DateTime StartedAt { get; private set; }
    public DateTime LastSeenAt { get; private set; }

    /// <summary>When its person last proved who they are, by signing in or by being asked again.</summary>
    public DateTime ProvenAt { get; private set; }

    /// <summary>Whether that took more than a password.</summary>
    public bool TwoFactors { get; private set; }

    public DateTime EndsAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string Device { get; private set; } = "";
    public string Address { get; private set; } = "";

    public static Session Start(Guid userId, string device, string address, DateTime at, TimeSpan lifetime, bool twoFactors) => new()
    {
        Id = Ids.NewId(),
        UserId = userId,
        StartedAt = at,
        LastSeenAt = at,
        ProvenAt = at,
        TwoFactors = twoFactors,
        EndsAt = at + lifetime,
        Device = device.Length > DeviceLength ? device[..DeviceLength] : device,
        Address = address.Length > AddressLength ? address[..AddressLength] : address,
    };

    public bool IsOpen(DateTime at) => EndedAt is null && at < EndsAt;
}
