using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Chats;

/// <summary>What a person is told of an answer that did not simply end, and what they can do.</summary>
public static class Endings
{
    /// <summary>Null where there is nothing to say.</summary>
    public static string? KeyOf(AnswerEnding? ending, ProviderFault? fault, bool hasText) => ending switch
    {
        null or AnswerEnding.Finished => null,
        AnswerEnding.ProviderFailed when hasText => "Chat.Ending.BrokeOff",
        AnswerEnding.ProviderFailed => fault switch
        {
            ProviderFault.TooMany => "Chat.Ending.Failed.TooMany",
            ProviderFault.Refused => "Chat.Ending.Failed.Refused",
            ProviderFault.NotConnected or ProviderFault.KeyRefused => "Chat.Ending.Failed.NotConnected",
            _ => "Chat.Ending.Failed",
        },
        AnswerEnding.Length => "Chat.Ending.Length",
        AnswerEnding.Filtered => "Chat.Ending.Filtered",
        AnswerEnding.StoppedByPerson => "Chat.Ending.Stopped",
        AnswerEnding.OutOfCredits => "Chat.Ending.OutOfCredits",
        AnswerEnding.OverLimit => "Chat.Ending.OverLimit",
        AnswerEnding.ModelGone => "Chat.Ending.ModelGone",
        AnswerEnding.NodeLost => "Chat.Ending.NodeLost",
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, null),
    };

    public static TurnHelp HelpFor(AnswerEnding? ending, bool isSignedIn) => (ending, isSignedIn) switch
    {
        (AnswerEnding.OutOfCredits or AnswerEnding.OverLimit, false) => TurnHelp.SignUp,
        (AnswerEnding.OutOfCredits, true) => TurnHelp.Credits,
        (AnswerEnding.OverLimit, true) => TurnHelp.Limits,
        _ => TurnHelp.None,
    };

    public static bool CanGoOn(AnswerEnding? ending, bool hasText) => hasText && ending is
        AnswerEnding.Length or AnswerEnding.StoppedByPerson or AnswerEnding.OutOfCredits or AnswerEnding.OverLimit or AnswerEnding.ProviderFailed or AnswerEnding.NodeLost;
}
