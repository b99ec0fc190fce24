using System.Globalization;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Billing;

/// <summary>What plans are called in their reader's language: as admins named them, else as our texts have it.</summary>
public sealed class PlanNames(OfferedPlans plans, IStringLocalizer<Text> text)
{
    public string Of(string? planKey) => plans.Find(planKey) is { } plan ? Of(plan) : OurName(planKey);

    public string Of(PlanOffer plan) => plan.Words?.Name.In(Language) ?? OurName(plan.Key);

    public string PurposeOf(string planKey) => plans.Find(planKey) is { } plan ? PurposeOf(plan) : OurPurpose(planKey);

    public string PurposeOf(PlanOffer plan) => plan.Words?.Purpose.In(Language) ?? OurPurpose(plan.Key);

    /// <summary>Of the gateway's papers: in the language that the plan was chosen in, so that it stays one price there.</summary>
    public string In(string language, string? planKey)
    {
        using var reader = Speaking.In(Cultures.Find(language) ?? Cultures.English);
        return Of(planKey);
    }

    /// <summary>"Basic, $9.99 a month".</summary>
    public string TermsOf(PlanTerms terms, Fmt fmt) => text["Plans.Terms", Of(terms.PlanKey), text.PriceOf(fmt, terms)];

    /// <summary>In both languages, for whoever changes it.</summary>
    public PlanText WordsOf(PlanOffer plan) => plan.Words ?? new(InBoth(plan, Of), InBoth(plan, PurposeOf));

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static BothLanguages InBoth(PlanOffer plan, Func<PlanOffer, string> words)
    {
        using var english = Speaking.In(Cultures.English);
        var first = words(plan);
        using var arabic = Speaking.In(Cultures.Arabic);
        return new(first, words(plan));
    }

    private string OurName(string? planKey) => text[$"Billing.Plan.{planKey}"];

    private string OurPurpose(string planKey) => text[$"Billing.Plan.{planKey}.For"];
}
