using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>The one letter that answers a sign-up: to whoever did, or to the owner of the account that the address already has.</summary>
public sealed class SignUpLetters(AppDbContext db, LinkLetters links, Outbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan OwnerIsToldEvery = TimeSpan.FromHours(1);

    /// <summary>Null when the owner was told within the last hour: a stranger must not fill somebody's mailbox.</summary>
    public async Task<Guid?> AnswerAsync(AppUser account, CancellationToken cancel)
    {
        if (!account.EmailConfirmed) return await links.ConfirmAddressAsync(account, cancel);
        if (await WasToldAsync(account, cancel)) return null;

        return outbox.Write(MailKind.AddressTaken, account.Email!, account.Language, new MailArguments { Name = account.Name, Path = "/account/sign-in" });
    }

    private async Task<bool> WasToldAsync(AppUser owner, CancellationToken cancel)
    {
        // The update only locks: of two attempts at once, the second finds the first one's letter.
        await db.Users.Where(u => u.Id == owner.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConcurrencyStamp, x => x.ConcurrencyStamp), cancel);

        var since = clock.UtcNow() - OwnerIsToldEvery;
        return await db.OutboxMails.AnyAsync(m => m.To == owner.Email && m.Kind == MailKind.AddressTaken && m.WrittenAt > since, cancel);
    }
}
