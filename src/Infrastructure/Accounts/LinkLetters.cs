using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Letters with a link that works once, written beside the caller's change. Earlier links for the same purpose stop working.</summary>
public sealed class LinkLetters(OneTimeLinks links, Outbox outbox, TimeProvider clock)
{
    // Without the name: whoever typed it may be a stranger to this address.
    public Task<Guid> ConfirmAddressAsync(AppUser to, CancellationToken cancel) =>
        WriteAsync(MailKind.ConfirmAddress, LinkPurpose.ConfirmAddress, "/account/confirm", to, to.Email!, name: null, cancel);

    public Task<Guid> ResetPasswordAsync(AppUser to, CancellationToken cancel) =>
        WriteAsync(MailKind.ResetPassword, LinkPurpose.ResetPassword, "/account/reset", to, to.Email!, to.Name, cancel);

    public Task<Guid> ChangeAddressAsync(AppUser of, string address, CancellationToken cancel) =>
        WriteAsync(MailKind.ChangeAddress, LinkPurpose.ChangeAddress, "/account/email", of, address, name: null, cancel);

    // The address is made by hand: the router would write the token in small letters, and it would be another one.
    private async Task<Guid> WriteAsync(MailKind kind, LinkPurpose purpose, string page, AppUser of, string to, string? name, CancellationToken cancel)
    {
        var token = await links.MakeAsync(of.Id, purpose, to, cancel);
        return outbox.Write(kind, to, of.Language, new MailArguments { Name = name, Path = $"{page}/{token}", ExpiresAt = clock.UtcNow() + OneTimeLink.Lifetime });
    }
}
