using SaaSChat.Domain.Security;

namespace SaaSChat.Infrastructure.Security;

/// <summary>Section "Violations": what each one weighs, and when they add up to a ban.</summary>
public sealed class ViolationOptions
{
    private readonly Lazy<AddressRanges?> _neverBanned;

    public ViolationOptions() => _neverBanned = new(() => AddressRanges.Parse(AddressListKind.Split(NeverBanned)).Ranges);

    /// <summary>False: nothing is counted, nobody is banned, and bans that stand are not enforced.</summary>
    public bool Enabled { get; set; } = true;

    public int RateLimited { get; set; } = 1;
    public int FailedSignIn { get; set; } = 5;

    /// <summary>A key of the API that nobody has; one that was revoked or ran out is no guess and weighs nothing.</summary>
    public int FailedKey { get; set; } = 5;

    public int ForgedForm { get; set; } = 5;
    public int ForgedCall { get; set; } = 20;

    public int Threshold { get; set; } = 100;
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The first ban; each further one lasts twice as long as the one before, as long as that is remembered (Retention:EndedBans).</summary>
    public TimeSpan BanFor { get; set; } = TimeSpan.FromMinutes(15);
    public TimeSpan BanForAtMost { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Addresses and networks, with commas between them. The machine itself by default: it is a developer, a probe or a proxy.</summary>
    public string NeverBanned { get; set; } = "127.0.0.0/8, ::1";

    public AddressRanges NeverBannedRanges => _neverBanned.Value ?? throw new InvalidOperationException("Violations:NeverBanned was not checked.");

    public int WeightOf(Violation violation) => violation switch
    {
        Violation.RateLimited => RateLimited,
        Violation.FailedSignIn => FailedSignIn,
        Violation.FailedKey => FailedKey,
        Violation.ForgedForm => ForgedForm,
        _ => ForgedCall,
    };

    public TimeSpan DurationAfter(int earlierBans)
    {
        var doubled = BanFor * Math.Pow(2, Math.Min(earlierBans, 20));
        return doubled < BanForAtMost ? doubled : BanForAtMost;
    }
}
