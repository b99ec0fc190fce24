using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Usage;

namespace SaaSChat.Web.Chats;

/// <summary>Carries out what somebody says or asks again, and words why it was not answered.</summary>
public sealed class Conversing(CurrentAsker current, Asking asking, IStringLocalizer<Text> text, Fmt fmt)
{
    /// <summary>Exactly one of the two.</summary>
    public async Task<(Asked? Asked, TurnProblem? Problem)> TryAsync(Turn turn, CancellationToken cancel)
    {
        if (await current.FindOrBeginAsync(cancel) is not { } asker) return (null, new(text["Chat.Problem.NoTrial"], StatusCodes.Status403Forbidden, TurnHelp.SignUp));

        var asked = await asking.AskAsync(asker, turn, cancel);
        return asked.IsAnswered ? (asked, null) : (null, ProblemOf(asked, asker));
    }

    private TurnProblem? ProblemOf(Asked asked, Asker asker) => asked switch
    {
        { Why: AskRefusal.NotFound } => null,
        { Why: AskRefusal.NoSuchAssistant } => new(text["Chat.Problem.NoSuchAssistant"], StatusCodes.Status422UnprocessableEntity, TurnHelp.None),
        { Why: AskRefusal.StillAnswering } => new(text["Chat.Problem.StillAnswering"], StatusCodes.Status409Conflict, TurnHelp.None),
        { Why: AskRefusal.NotConnected } => new(text["Chat.Problem.NotConnected"], StatusCodes.Status422UnprocessableEntity, TurnHelp.None),
        { Call: { } call } => new(RefusedCalls.Of(call, text, fmt), StatusOf(call), HelpFor(call, asker)),
        _ => throw new InvalidOperationException("Neither answered nor refused."),
    };

    private static int StatusOf(CallRefusal call) => call switch
    {
        CallRefusal.NotEnoughCredits => StatusCodes.Status402PaymentRequired,
        CallRefusal.OverLimit => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static TurnHelp HelpFor(CallRefusal call, Asker asker) => call switch
    {
        CallRefusal.NotEnoughCredits or CallRefusal.NotInPlan or CallRefusal.OverLimit when asker.IsGuest => TurnHelp.SignUp,
        CallRefusal.NotEnoughCredits => TurnHelp.Credits,
        CallRefusal.NotInPlan => TurnHelp.Plans,
        CallRefusal.OverLimit => TurnHelp.Limits,
        _ => TurnHelp.None,
    };
}

/// <summary>Why a turn was refused, in words, and what helps.</summary>
public sealed record TurnProblem(string Text, int Status, TurnHelp Help);

public enum TurnHelp
{
    None,
    SignUp,
    Credits,
    Plans,
    Limits,
}
