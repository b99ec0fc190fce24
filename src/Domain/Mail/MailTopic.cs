namespace SaaSChat.Domain.Mail;

/// <summary>Letters that a person may do without. One that has no topic answers what they did, or guards their account or their money: it always comes.</summary>
public enum MailTopic
{
    UsageAlerts,
    LowBalance,
    Refills,
    Exports,
}

public static class MailTopics
{
    public static MailTopic? Topic(this MailKind kind) => kind switch
    {
        MailKind.DayTokensPassed or MailKind.MonthTokensPassed or MailKind.DayCostPassed or MailKind.MonthCostPassed => MailTopic.UsageAlerts,
        MailKind.LowBalance => MailTopic.LowBalance,
        MailKind.Refilled => MailTopic.Refills,
        MailKind.UsageExportReady or MailKind.ChatExportReady => MailTopic.Exports,
        _ => null,
    };
}
