namespace SaaSChat.Domain.Billing.TopUps;

/// <summary>What was agreed to or taken back, when and in which words; written once.</summary>
public sealed class TopUpConsent
{
    /// <summary>Of the sentence that is agreed to: another sentence is another version.</summary>
    public const int CurrentVersion = 1;

    public const int TextLength = 1000;

    private TopUpConsent()
    {
    }

    public Guid AccountId { get; private set; }

    /// <summary>1, 2, 3 ... within the account.</summary>
    public int Seq { get; private set; }

    public Guid UserId { get; private set; }
    public bool IsGiven { get; private set; }
    public int Version { get; private set; }
    public string Language { get; private set; } = "";

    /// <summary>The sentence as it was shown, with its sums.</summary>
    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    public static TopUpConsent Give(AutoTopUp to, int seq, string text, DateTime at) => Of(to, seq, isGiven: true, text, at);

    public static TopUpConsent TakeBack(AutoTopUp from, int seq, DateTime at) => Of(from, seq, isGiven: false, "", at);

    private static TopUpConsent Of(AutoTopUp about, int seq, bool isGiven, string text, DateTime at) => new()
    {
        AccountId = about.AccountId, UserId = about.UserId, Seq = seq, IsGiven = isGiven, Version = CurrentVersion, Language = about.Language, Text = text, At = at,
    };
}
