using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>
/// A call whose hold is open, with the terms it was opened on: whatever happens to prices meanwhile, it is charged by these. Its row
/// goes when the call ends.
/// </summary>
public sealed class OpenCall
{
    private OpenCall()
    {
    }

    public Guid HoldId { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }
    public string ModelKey { get; private set; } = "";
    public UsageSource Source { get; private set; }
    public Guid? ConversationId { get; private set; }
    public Guid? KeyId { get; private set; }
    public DateTime At { get; private set; }
    public Guid PriceId { get; private set; }
    public Margin Margin { get; private set; }
    public long InputEstimate { get; private set; }
    public long LikelyInput { get; private set; }

    /// <summary>What the provider is told to stop at.</summary>
    public long OutputCap { get; private set; }

    /// <summary>What the whole hold would cost, for the limits.</summary>
    public long CostEstimate { get; private set; }

    public long TokenEstimate => InputEstimate + OutputCap;

    public Call Call => new(AccountId, UserId, ModelKey, Source, ConversationId, KeyId);

    public static OpenCall Begin(Guid holdId, CallOrder order, CallQuote quote, long outputCap)
    {
        var call = order.Call;
        var open = new OpenCall
        {
            HoldId = holdId, AccountId = call.AccountId, UserId = call.UserId, ModelKey = call.ModelKey, Source = call.Source,
            ConversationId = call.ConversationId, KeyId = call.KeyId, At = quote.OpenedAt, PriceId = quote.Price.Id, Margin = quote.Margin,
            InputEstimate = quote.Input, LikelyInput = order.Prompt.Likely,
        };
        open.RaiseTo(outputCap, quote);
        return open;
    }

    public void RaiseTo(long outputCap, CallQuote quote) => (OutputCap, CostEstimate) = (outputCap, quote.At(outputCap).Cost);
}
