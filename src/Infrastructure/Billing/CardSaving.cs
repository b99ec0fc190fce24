using SaaSChat.Domain;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>The cards that the gateway keeps for an account. Ours to list and to let go of; only its own page adds one.</summary>
public sealed class CardSaving(IPaymentGateway gateway, GatewayCustomers customers, TimeProvider clock)
{
    private static readonly TimeSpan Open = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<SavedCard>> ListAsync(Guid accountId, CancellationToken cancel) =>
        await customers.FindAsync(accountId, cancel) is { } customer ? await gateway.CardsAsync(customer, cancel) : [];

    /// <summary>The page where a card is saved and nothing is paid. Pressing twice opens two, which does no harm.</summary>
    public async Task<Uri?> OpenAsync(Guid accountId, Guid userId, Uri back, string language, CancellationToken cancel)
    {
        var (customer, id) = (await customers.IdOfAsync(accountId, userId, cancel), Ids.NewId());
        var order = new CheckoutOrder($"card:{id:N}", id, customer, back, back, language) { SavesCard = true, Until = clock.UtcNow() + Open };
        return (await gateway.OpenCheckoutAsync(order, cancel)).Page;
    }

    /// <summary>False where the account has no such card.</summary>
    public async Task<bool> RemoveAsync(Guid accountId, string cardId, CancellationToken cancel)
    {
        if (await customers.FindAsync(accountId, cancel) is not { } customer || (await gateway.CardsAsync(customer, cancel)).All(c => c.Id != cardId)) return false;

        await gateway.RemoveCardAsync(customer, cardId, cancel);
        return true;
    }
}
