namespace SaaSChat.Domain.Accounts;

/// <summary>A password is long and not one that everybody tries first. No rule asks for a digit or a sign: length is what counts.</summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    /// <summary>Null when the password may be used.</summary>
    public static PasswordRefusal? Check(string password, string email, string name) => password.Length switch
    {
        < MinLength => PasswordRefusal.TooShort,
        > MaxLength => PasswordRefusal.TooLong,
        _ when IsMostly(password, [email, email.Split('@')[0], .. name.Split(' ')]) => PasswordRefusal.AboutYou,
        _ when CommonPasswords.Includes(password) => PasswordRefusal.Common,
        _ => null,
    };

    // "sara.ahmad2026!" is the address and a little: what is left without it must be worth something by itself.
    private static bool IsMostly(string password, IEnumerable<string> known) => known
        .Where(word => word.Length >= 3)
        .Any(word => password.Contains(word, StringComparison.OrdinalIgnoreCase)
            && password.Replace(word, "", StringComparison.OrdinalIgnoreCase).Length < MinLength / 2);
}

public enum PasswordRefusal
{
    TooShort,
    TooLong,
    AboutYou,
    Common,
}
