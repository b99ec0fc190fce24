namespace SaaSChat.Domain.Usage;

/// <summary>The limits that hold for a user: the plan's, over them an admin's, and their own where they are lower.</summary>
public sealed record LimitsInForce(LimitValues Values, LimitValues Given, int WarnAt)
{
    public const int DefaultWarnAt = 80;

    /// <param name="ofPlan">The plan's, which bind only an account that has never paid.</param>
    /// <param name="byAdmin">Off: the plan's do not bind this user either.</param>
    /// <param name="byUser">Off: only what they were given holds.</param>
    public static LimitsInForce Of(LimitValues ofPlan, UsageLimit? byAdmin, UsageLimit? byUser)
    {
        var given = byAdmin is null ? ofPlan : byAdmin.IsOn ? byAdmin.Values.Over(ofPlan) : LimitValues.None;
        var own = byUser is { IsOn: true } ? byUser.Values : LimitValues.None;
        return new(own.Within(given), given, byUser?.WarnAt ?? byAdmin?.WarnAt ?? DefaultWarnAt);
    }

    public long WarningOf(long limit) => (long)((Int128)limit * WarnAt / 100);
}
