namespace SaaSChat.Domain.Accounts;

/// <summary>What people choose, and guessers try, when twelve characters are asked for: a common word or a keyboard's row, repeated or padded.</summary>
internal static class CommonPasswords
{
    private static readonly string[] Words =
    [
        "password", "passwort", "passphrase", "passcode", "secret", "letmein", "welcome", "login", "admin", "administrator", "root", "user", "guest", "test", "testing",
        "default", "changeme", "hello", "iloveyou", "love", "trustno", "master", "monkey", "dragon", "shadow", "sunshine", "princess", "football", "baseball", "basketball",
        "superman", "batman", "spiderman", "pokemon", "starwars", "whatever", "freedom", "computer", "internet", "google", "facebook", "samsung", "iphone", "android", "windows",
        "microsoft", "london", "america", "summer", "winter", "spring", "autumn", "january", "monday", "michael", "jordan", "jessica", "charlie", "thomas", "ashley", "daniel",
        "mohammed", "muhammad", "mohamed", "ahmed", "ahmad", "allah", "habibi", "saudi", "arabia", "riyadh", "cairo", "egypt", "dubai", "saaschat", "chatgpt", "openai", "chat", "the",
        "is", "my", "your", "you", "new", "one", "two", "and", "for", "me", "in", "this", "qwerty", "azerty", "qwertz", "asdf", "zxcv", "qazwsx", "wsxedc", "qaz", "wsx", "edc", "abc",
    ];

    private static readonly string[] Rows =
        ["0123456789012345678901234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qwertzuiop", "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik"];

    public static bool Includes(string password)
    {
        var lower = password.ToLowerInvariant();
        return IsRepeated(lower) || IsMadeOf(lower, AlongRow) || IsMadeOf(Letters(lower), WordAt) || IsMadeOf(Letters(Unleet(WithoutPadding(lower))), WordAt);
    }

    // "aaaaaaaaaaaa", "abcabcabcabc", "20262026202620": at most four different characters in a pattern say nothing.
    private static bool IsRepeated(string text) => Enumerable.Range(1, 4).Any(period => !text.Where((c, i) => c != text[i % period]).Any());

    private static bool IsMadeOf(string text, Func<string, int, int> longestAt)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = longestAt(text, at);
            if (length == 0) return false;
            at += length;
        }

        return text.Length > 0;
    }

    private static int WordAt(string text, int at) =>
        Words.Where(w => string.CompareOrdinal(text, at, w, 0, w.Length) == 0).Select(w => w.Length).DefaultIfEmpty().Max();

    private static int AlongRow(string text, int at)
    {
        const int leastRun = 3;
        for (var length = text.Length - at; length >= leastRun; length--)
        {
            var run = text.Substring(at, length);
            var back = new string([.. run.Reverse()]);
            if (Rows.Any(row => row.Contains(run, StringComparison.Ordinal) || row.Contains(back, StringComparison.Ordinal))) return length;
        }

        return 0;
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    // The year and the exclamation mark at the end, which would read as letters below.
    private static string WithoutPadding(string text) => text.TrimEnd([.. text.Where(c => !char.IsLetter(c))]);

    private static string Unleet(string text) => new([.. text.Select(c => c switch
    {
        '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c,
    })]);
}
