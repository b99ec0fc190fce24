using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A person who can sign in.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Ids.NewId();

    public string Name { get; private set; } = "";
    public DateTime CreatedAt { get; private init; }
    public DateTime? LastSeenAt { get; private set; }
    public DateTime? SuspendedAt { get; private set; }
    public DateTime? DeletedAt { get; private set; }

    public string Language { get; private set; } = "en";
    public string TimeZone { get; private set; } = "UTC";
    public string Theme { get; private set; } = "auto";
    public bool ArabicDigits { get; private set; }

    public bool MaySignIn => SuspendedAt is null && DeletedAt is null;

    public static AppUser Register(string email, string name, string language, string timeZone, DateTime at) => new()
    {
        UserName = email, Email = email, Name = PersonName.Clean(name) ?? "", Language = language, TimeZone = timeZone, CreatedAt = at,
    };

    public void Rename(string name) => Name = PersonName.Clean(name) ?? throw new ArgumentException("Not a name.", nameof(name));

    public void Prefer(string language, string timeZone, string theme, bool arabicDigits) =>
        (Language, TimeZone, Theme, ArabicDigits) = (language, timeZone, theme, arabicDigits);

    public void Suspend(DateTime at) => SuspendedAt ??= at;

    public void Activate() => SuspendedAt = null;
}
