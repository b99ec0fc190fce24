using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>As whom the gateway knows our accounts.</summary>
public sealed class GatewayCustomers(AppDbContext db, IPaymentGateway gateway, TimeProvider clock)
{
    public Task<string?> FindAsync(Guid accountId, CancellationToken cancel) =>
        db.GatewayCustomers.Where(c => c.AccountId == accountId && c.GoneAt == null).Select(c => (string?)c.CustomerId).SingleOrDefaultAsync(cancel);

    /// <summary>Made when it is first needed.</summary>
    public async Task<string> IdOfAsync(Guid accountId, Guid userId, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is { } known) return known;

        var user = await db.Users.Where(u => u.Id == userId).Select(u => new { u.Email, u.Language }).SingleAsync(cancel);
        var gone = await db.GatewayCustomers.Where(c => c.AccountId == accountId && c.GoneAt != null).Select(c => (string?)c.CustomerId).SingleOrDefaultAsync(cancel);
        var key = GatewayCustomer.KeyFor(accountId, user.Email!, user.Language);

        // The key of one that is gone would bring it back.
        var order = new CustomerOrder(gone is null ? key : $"{key}:{gone}", accountId, user.Email!, user.Language);
        var made = new GatewayCustomer(accountId, await gateway.AddCustomerAsync(order, cancel), clock.UtcNow());
        if (gone is not null) return await ReplaceAsync(gone, made, cancel);
        try
        {
            db.GatewayCustomers.Add(made);
            await db.SaveChangesAsync(cancel);
            return made.CustomerId;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Somebody pressed twice, and the other one was faster.
            db.ChangeTracker.Clear();
            if (await FindAsync(accountId, cancel) is { } theirs) return theirs;
            throw;
        }
    }

    private async Task<string> ReplaceAsync(string gone, GatewayCustomer made, CancellationToken cancel)
    {
        await db.GatewayCustomers.Where(c => c.AccountId == made.AccountId && c.CustomerId == gone)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.CustomerId, made.CustomerId).SetProperty(x => x.At, made.At).SetProperty(x => x.GoneAt, (DateTime?)null), cancel);
        return (await FindAsync(made.AccountId, cancel))!;
    }
}
