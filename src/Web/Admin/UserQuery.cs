using System.ComponentModel;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Admin;

/// <summary>A selection of people as an address carries it.</summary>
public sealed class UserQuery
{
    public const int LongestSearch = 254;

    [Description("Only those whose address, a word of whose name, or whose id begins with this.")]
    public string? Q { get; set; }

    [Description("Only those on this plan, by its key.")]
    public string? Plan { get; set; }

    [Description("active, unconfirmed, suspended or deleted.")]
    public string? Status { get; set; }

    [Description("Only those with this role: admin, support or ops; user for those without one.")]
    public string? Role { get; set; }

    [Description("What they can spend: indebt, empty, belowmillion or millionormore.")]
    public string? Balance { get; set; }

    [Description("yes or no: whether they have ever paid.")]
    public string? Paid { get; set; }

    public bool IsEmpty => ToRoute().Count == 0;

    /// <summary>Null when it cannot be read.</summary>
    public UserSearch? Read()
    {
        if (Q?.Length > LongestSearch || Plan?.Length > Domain.Billing.Plan.KeyLength) return null;
        if (!UsageQuery.TryName<UserStatus>(Status, out var status) || !UsageQuery.TryName<UserBalance>(Balance, out var balance)) return null;
        if (Paid is not (null or "" or "yes" or "no") || (!string.IsNullOrEmpty(Role) && Role != UserSearch.NoRole && !Roles.Ids.ContainsKey(Role))) return null;
        return new(Q, Said(Plan), status, Said(Role), balance, Paid switch { "yes" => true, "no" => false, _ => null });
    }

    /// <summary>Only what says something.</summary>
    public IDictionary<string, string> ToRoute() => new (string Name, string? Value)[]
    {
        ("q", Q), ("plan", Plan), ("status", Status), ("role", Role), ("balance", Balance), ("paid", Paid),
    }.Where(part => !string.IsNullOrEmpty(part.Value)).ToDictionary(part => part.Name, part => part.Value!, StringComparer.Ordinal);

    private static string? Said(string? typed) => string.IsNullOrEmpty(typed) ? null : typed;
}
