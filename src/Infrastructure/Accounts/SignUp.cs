using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Makes an account that waits for its address to be confirmed, or tells the owner of one that exists. Whoever asks cannot tell which.</summary>
public sealed class SignUp(
    AppDbContext db, UserManager<AppUser> users, NewUser newUser, Invitations invitations, SignUpLetters letters, IBackgroundJobs jobs,
    Registration registration, TimeProvider clock)
{
    /// <summary>Null when a letter answers. The name and the password have been held to the rules, and the terms accepted.</summary>
    public async Task<SignUpRefusal?> TryAsync(SignUpRequest request, CancellationToken cancel)
    {
        if (registration.Mode == RegistrationMode.Closed) return SignUpRefusal.Closed;
        if (AccountAddress.Clean(request.Email) is not { } address) return SignUpRefusal.Address;

        // Slow on purpose, so outside the transaction; and in every case, so that it tells nothing.
        var anew = AppUser.Register(address, request.Name, request.Preferences, clock.UtcNow());
        anew.PasswordHash = users.PasswordHasher.HashPassword(anew, request.Password);

        var (refusal, letter) = await TakeInAsync(anew, request.InvitationCode ?? "", cancel);
        if (letter is { } id) await jobs.EnqueueAsync<SendMailJob, Guid>(id);
        return refusal;
    }

    private async Task<(SignUpRefusal? Refusal, Guid? Letter)> TakeInAsync(AppUser anew, string code, CancellationToken cancel)
    {
        try
        {
            return await AttemptAsync(anew, code, cancel);
        }
        catch (DbUpdateException)
        {
            // Of two who sign up with one address at once, the second is refused by the index and then finds the first one's account.
            return await AttemptAsync(anew, code, cancel);
        }
    }

    private Task<(SignUpRefusal? Refusal, Guid? Letter)> AttemptAsync(AppUser anew, string code, CancellationToken cancel)
    {
        Guid? letter = null;
        return db.WriteAsync<(SignUpRefusal?, Guid?)>(async () =>
        {
            var known = await users.FindByEmailAsync(anew.Email!);
            if (!await MayEnterAsync(known, anew, code, cancel)) return (SignUpRefusal.Invitation, null);

            var account = known is { EmailConfirmed: true } ? known : await KeepAsync(known, anew, cancel);
            letter = await letters.AnswerAsync(account, cancel);
            await db.SaveChangesAsync(cancel);
            return (null, letter);
        }, cancel, isThere: () => db.OutboxMails.AnyAsync(m => m.Id == letter, cancel));
    }

    // Taken for an account that exists too: else a code that is still good afterwards would tell that it does.
    private async Task<bool> MayEnterAsync(AppUser? known, AppUser anew, string code, CancellationToken cancel)
    {
        if (registration.Mode != RegistrationMode.Invitation) return true;
        if (known is { EmailConfirmed: false } && await invitations.WasUsedForAsync(code, known.Id, cancel)) return true;
        return await invitations.TryUseAsync(code, known?.Id ?? anew.Id, cancel);
    }

    private async Task<AppUser> KeepAsync(AppUser? known, AppUser anew, CancellationToken cancel)
    {
        known?.RegisterAgain(anew);
        var kept = known is null ? await newUser.CreateAsync(anew, password: null, cancel) : await users.UpdateSecurityStampAsync(known);
        if (!kept.Succeeded) throw new DbUpdateException($"The account was not kept: {kept}");

        var account = known ?? anew;
        await db.AcceptTermsAsync(account.Id, clock.UtcNow(), cancel);
        return account;
    }
}
