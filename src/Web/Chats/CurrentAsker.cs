using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Chats;

/// <summary>Who chats: whoever is signed in, else the guest that the cookie names.</summary>
public sealed class CurrentAsker(
    AppDbContext db, CurrentUser me, MyWallet wallets, VisitorCookie cookie, GuestTrial trial, OfferedPlans plans, LastValid<QuotaOptions> quota, IHttpContextAccessor http, TimeProvider clock)
{
    private Asker? _known;
    private CreditBalance? _balance;

    /// <summary>Null for a stranger, who has no conversations.</summary>
    public Guid? Id => me.IsSignedIn ? me.Id : cookie.VisitorId;

    /// <summary>Read once in a request, whoever asks: a page, and the side bar around it.</summary>
    public async Task<Asker?> FindAsync(CancellationToken cancel) => _known ??= await ReadAsync(cancel);

    /// <summary>What a guest has left to try; null for whoever is none.</summary>
    public async Task<GuestCard?> TrialAsync(CancellationToken cancel) =>
        !me.IsSignedIn && await FindAsync(cancel) is { } guest && await BalanceAsync(guest, cancel) is { } balance ? new(balance.Spendable) : null;

    /// <summary>What may be asked, and with how much. A stranger sees what a guest would have.</summary>
    public async Task<AskerTerms> TermsAsync(CancellationToken cancel) => await FindAsync(cancel) switch
    {
        null => new(plans.Guest, quota.Value.CreditsOf(plans.Guest)),
        { IsGuest: true } guest => new(plans.Guest, (await BalanceAsync(guest, cancel))?.Spendable ?? 0),
        _ => TermsOf(await wallets.MineAsync(cancel)),
    };

    /// <summary>The trial of a stranger begins with their first question. Null where there is none to begin.</summary>
    public async Task<Asker?> FindOrBeginAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } known) return known;
        if (me.IsSignedIn || http.HttpContext is not { Connection.RemoteIpAddress: { } address } context) return null;
        if (await trial.BeginAsync(address, context.Request.Headers.UserAgent.ToString(), cancel) is not { } visitor) return null;

        cookie.Give(visitor.Id);
        return _known = new(visitor.Id, visitor.AccountId, IsGuest: true);
    }

    private AskerTerms TermsOf(Wallet wallet) => new(plans.InForce(wallet.PlanKey, wallet.HasPaid), wallet.Balance.Spendable);

    private async Task<CreditBalance?> BalanceAsync(Asker guest, CancellationToken cancel) =>
        _balance ??= await db.CreditAccounts.BalanceAsync(guest.AccountId, clock.UtcNow(), cancel);

    private async Task<Asker?> ReadAsync(CancellationToken cancel)
    {
        if (me.IsSignedIn) return new(me.Id, me.AccountId, IsGuest: false);
        if (cookie.VisitorId is not { } visitorId) return null;

        return await db.Visitors.Where(v => v.Id == visitorId && v.SignedUpAt == null).Select(v => new Asker(v.Id, v.AccountId, true)).SingleOrDefaultAsync(cancel);
    }
}

public sealed record GuestCard(long Spendable);
