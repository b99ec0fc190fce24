using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

/// <summary>Says why a call is not made: which rule is in the way, by which numbers, and until when.</summary>
public static class RefusedCalls
{
    public static string Of(CallRefusal refusal, IStringLocalizer<Text> text, Fmt fmt) => refusal switch
    {
        CallRefusal.NoSuchModel => text["Errors.Call.NoSuchModel"],
        CallRefusal.NotInPlan no => text["Errors.Call.NotInPlan", Bidi.Isolate(no.ModelName)],
        CallRefusal.NotForSale { Why.Fault: PriceFault.TooLarge } => text["Errors.Call.TooLarge"],
        CallRefusal.NotForSale no => text["Errors.Call.NotForSale", Bidi.Isolate(no.ModelName)],
        CallRefusal.NotEnoughCredits few => text[
            "Errors.Call.NotEnoughCredits", text.Count("Credits.Amount", few.Needed, fmt).Value, text.Count("Credits.Amount", few.Spendable, fmt).Value],
        CallRefusal.TooManyAtOnce many => text.Count("Errors.Call.TooManyAtOnce", many.Allowed, fmt).Value,
        CallRefusal.OverLimit { Limit: var limit } => text[
            $"Errors.Call.Limit.{limit.Kind}", fmt.Limit(limit.Kind, limit.Limit), fmt.Limit(limit.Kind, limit.Used), fmt.Limit(limit.Kind, limit.Held),
            fmt.Limit(limit.Kind, limit.Needed), fmt.DateTime(limit.ResetsAt)],
        CallRefusal.KeyUsed => text["Errors.Call.KeyUsed"],
        CallRefusal.IsOver => text["Errors.Call.IsOver"],
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
