using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What a call is charged by, read where it is opened and never from what a node remembers.</summary>
public sealed class CallTerms(AppDbContext db)
{
    internal async Task<(ChatModel? Model, CallQuote? Quote, CallRefusal? Refusal)> OfAsync(CallOrder order, PlanOffer plan, DateTime at, CancellationToken cancel)
    {
        var model = await db.ChatModels.AsNoTracking().SingleOrDefaultAsync(m => m.Key == order.Call.ModelKey && m.IsEnabled, cancel);
        if (model is null) return (null, null, new CallRefusal.NoSuchModel(order.Call.ModelKey));
        if (!plan.Allows(model)) return (model, null, new CallRefusal.NotInPlan(model.Name));

        var price = await db.ModelPrices.AsNoTracking().At(model.Key, at).Include(p => p.Rates).FirstOrDefaultAsync(cancel);
        return CallQuote.Of(price, plan.MarginFor(model), order.Prompt.Most, at, out var refusal) is { } quote
            ? (model, quote, null)
            : (model, null, new CallRefusal.NotForSale(model.Name, refusal!));
    }

    /// <summary>Those that the call was opened on.</summary>
    internal async Task<CallQuote> OfAsync(OpenCall call, CancellationToken cancel)
    {
        var price = await db.ModelPrices.AsNoTracking().Include(p => p.Rates).SingleAsync(p => p.Id == call.PriceId, cancel);
        return CallQuote.Of(price, call.Margin, call.InputEstimate, call.At, out _) ?? throw new InvalidOperationException("A call was opened at a price that cannot be charged.");
    }
}
