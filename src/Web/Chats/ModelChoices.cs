using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Chats;

/// <summary>The models that whoever asks may choose from, with what each costs them, and the one that is chosen.</summary>
public sealed class ModelChoices(CurrentAsker current, OfferedModels offered, ModelAnswers answers, LastValid<MarginOptions> margins, TimeProvider clock)
{
    private const long Million = 1_000_000;

    public async Task<ModelChoice> ForAsync(string? wanted, CancellationToken cancel)
    {
        var terms = await current.TermsAsync(cancel);
        var models = offered.Now.Where(answers.IsConnected).Select(m => Offer(m, terms)).OrderByDescending(m => m.IsAllowed).ToList();
        var chosen = models.Find(m => m.Model.Key == wanted && m.IsAllowed) ?? models.Find(m => m.IsAllowed && m.Model.IsDefault) ?? models.Find(m => m.IsAllowed);
        return new(models, chosen, terms.Spendable);
    }

    private ModelOfferShown Offer(ChatModel model, AskerTerms terms)
    {
        var rates = model.PriceAt(clock.UtcNow())!.Standard;
        return new(model, terms.Plan.Allows(model), Price(UsageKind.Input), Price(UsageKind.Output));

        long Price(UsageKind kind) => rates.CreditsFor(Quantities.Of((kind, Million)), terms.Plan.MarginFor(model, margins.Value.Default)) ?? 0;
    }
}

public sealed record ModelChoice(IReadOnlyList<ModelOfferShown> Models, ModelOfferShown? Chosen, long Spendable);

/// <summary>Prices in credits for a million tokens, with the margin.</summary>
public sealed record ModelOfferShown(ChatModel Model, bool IsAllowed, long Input, long Output);
