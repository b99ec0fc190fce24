using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>
/// Shows that an address for which no provider vouches is somebody's: by a link that is mailed there and works for that external identity
/// alone. Nothing is kept of it, so nobody blocks an address that is not theirs, and its owner opens nothing for a stranger.
/// </summary>
public sealed class AddressProofs(AppDbContext db, SignUpLetters letters, Outbox outbox, IBackgroundJobs jobs, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Whoever asks cannot tell whether the address has an account already: its owner is told instead.</summary>
    public async Task SendAsync(ExternalIdentity identity, string address, string language, CancellationToken cancel)
    {
        var letter = await db.WriteAsync(async () =>
        {
            var written = await db.OwnerOfAsync(address, cancel) is { } owner ? await letters.AnswerAsync(owner, cancel) : Write(identity, address, language);
            await db.SaveChangesAsync(cancel);
            return written;
        }, cancel);
        if (letter is { } id) await jobs.EnqueueAsync<SendMailJob, Guid>(id);
    }

    /// <summary>Null when the proof is not this identity's, too old or not ours.</summary>
    public string? AddressIn(string? proof, ExternalIdentity identity)
    {
        try
        {
            return string.IsNullOrEmpty(proof) ? null : Encoding.UTF8.GetString(SealFor(identity).Unprotect(Base64Url.DecodeFromChars(proof)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private Guid? Write(ExternalIdentity identity, string address, string language)
    {
        var proof = Base64Url.EncodeToString(SealFor(identity).Protect(Encoding.UTF8.GetBytes(address), OneTimeLink.Lifetime));
        return outbox.Write(MailKind.ConfirmAddress, address, language, new MailArguments { Path = $"/account/external?proof={proof}", ExpiresAt = clock.UtcNow() + OneTimeLink.Lifetime });
    }

    private ITimeLimitedDataProtector SealFor(ExternalIdentity identity) =>
        protection.CreateProtector("SaaSChat.AddressProofs", identity.Issuer, identity.Subject).ToTimeLimitedDataProtector();
}
