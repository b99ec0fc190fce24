namespace SaaSChat.Domain.Accounts;

/// <summary>The e-mail address of an account, which is also the name to sign in with.</summary>
public static class AccountAddress
{
    public const int MaxLength = 254;

    /// <summary>What the standard allows without quotes: no space, no control character, nothing that could spoil a letter's head.</summary>
    public const string AllowedCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.@!#$%&'*+-/=?^_`{|}~";

    /// <summary>Null when no letter could be sent there.</summary>
    public static string? Clean(string typed)
    {
        var address = typed.Trim();
        if (address.Length > MaxLength || address.Any(c => !AllowedCharacters.Contains(c, StringComparison.Ordinal))) return null;

        return address.Split('@') is [var mailbox, var host] && AreDotted(mailbox) && AreDotted(host) ? address : null;
    }

    // "a..b" and ".a" are no names, to a mail server least of all.
    private static bool AreDotted(string parts) => parts.Split('.').All(part => part.Length > 0);
}
