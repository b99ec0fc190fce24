using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Accounts.External;

/// <summary>Whom a provider vouches for, the address that has been shown to be theirs, by the provider or by a letter, and whether it has an account here.</summary>
public sealed record Candidate(Arrival Arrival, string? Address, bool HasAccount)
{
    public static async Task<Candidate?> FindAsync(HttpContext http, AddressProofs proofs, AppDbContext db, string? proof, CancellationToken cancel)
    {
        if (await Arrival.OfAsync(http) is not { } arrival) return null;

        var address = arrival.Identity.IsVerified ? arrival.Identity.Email : proofs.AddressIn(proof, arrival.Identity);
        return new Candidate(arrival, address, address is not null && await db.OwnerOfAsync(address, cancel) is not null);
    }
}
