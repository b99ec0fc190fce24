namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>How a provider treats whoever comes.</summary>
public enum ProviderMood
{
    Honest,

    SaysNo,
    BreaksAtTheDoor,
    ChangesTheState,

    NamesAnotherIssuer,
    NamesAnotherAudience,
    NamesTwoAudiences,
    NamesAnotherParty,
    IsLate,
    IsEarly,
    SignsNothing,
    SignsWithItsPublicKey,
    ForgesTheSignature,
    SignsWithAnUnknownKey,
    DemandsTheUnknown,
    AnswersAnotherQuestion,
    AnswersNoQuestion,
    MixesUpTokens,
    NamesNobody,
    GivesNoIdToken,

    FailsAtTheTokens,
    RedirectsTheTokens,
    FloodsTheTokens,
    HangsAtTheTokens,
    GivesTokensThatAreNoJson,
    FailsAtTheUserInfo,
    TellsOfSomebodyElse,

    DiscoversAnotherIssuer,
    HasNoKeys,
}
