using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Chats.Search;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A person who can sign in.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Ids.NewId();

    public const int NameKeyLength = 400;

    public string Name
    {
        get;
        private set => (field, NameKey) = (value, KeyOf(value));
    } = "";

    /// <summary>The name as it is searched for.</summary>
    public string NameKey { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }
    public DateTime? LastSeenAt { get; private set; }
    public DateTime? SuspendedAt { get; private set; }
    public DateTime? DeletedAt { get; private set; }

    public string Language { get; private set; } = "en";
    public string TimeZone { get; private set; } = "UTC";
    public string Theme { get; private set; } = "auto";
    public bool ArabicDigits { get; private set; }

    /// <summary>False of whoever was added by the operator and has chosen nothing yet: what their browser says holds until they do.</summary>
    public bool HasChosenView { get; private set; }

    public bool MaySignIn => SuspendedAt is null && DeletedAt is null;

    public static AppUser Register(string email, string name, ViewPreferences preferences, DateTime at)
    {
        var user = new AppUser { UserName = email, Email = email, Name = PersonName.Clean(name) ?? "", CreatedAt = at };
        user.Prefer(preferences);
        user.HasChosenView = preferences != ViewPreferences.Default;
        return user;
    }

    /// <summary>Nobody has shown yet that the address is theirs, so whoever signs up last is believed; the account is as new as that.</summary>
    public void RegisterAgain(AppUser anew)
    {
        if (EmailConfirmed) throw new InvalidOperationException("This account has an owner.");

        (Name, PasswordHash, CreatedAt) = (anew.Name, anew.PasswordHash, anew.CreatedAt);
        Prefer(new ViewPreferences(anew.Language, anew.TimeZone, anew.Theme, anew.ArabicDigits));
    }

    /// <summary>False when what was typed is no name.</summary>
    public bool TryRename(string typed)
    {
        if (PersonName.Clean(typed) is not { } name) return false;

        Name = name;
        return true;
    }

    /// <summary>To an address that its person has shown to be theirs.</summary>
    public void MoveTo(string address) => (Email, UserName, EmailConfirmed) = (address, address, true);

    public void Prefer(ViewPreferences preferences) => (Language, TimeZone, Theme, ArabicDigits) = preferences;

    public static string KeyOf(string name)
    {
        var key = SearchKey.Of(name).Text;
        return key.Length > NameKeyLength ? key[..NameKeyLength] : key;
    }

    public void Suspend(DateTime at) => SuspendedAt ??= at;
}
