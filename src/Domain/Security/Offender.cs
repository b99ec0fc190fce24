namespace SaaSChat.Domain.Security;

/// <summary>Who violations are counted against: an address or a signed-in user.</summary>
public readonly record struct Offender
{
    private readonly NetworkAddress _address;
    private readonly Guid _userId;

    private Offender(BanSubject kind, NetworkAddress address, Guid userId) => (Kind, _address, _userId) = (kind, address, userId);

    public BanSubject Kind { get; }

    public string Subject => Kind == BanSubject.Address ? _address.ToString() : _userId.ToString();

    public static Offender At(NetworkAddress address) => new(BanSubject.Address, address, Guid.Empty);

    public static Offender User(Guid id) => new(BanSubject.User, default, id);

    public static Offender? Parse(BanSubject kind, string subject) => kind switch
    {
        BanSubject.Address => NetworkAddress.Parse(subject) is { } address ? At(address) : null,
        _ => Guid.TryParse(subject, out var id) ? User(id) : null,
    };
}
