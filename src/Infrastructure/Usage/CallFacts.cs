using System.Runtime.CompilerServices;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>All that a call is opened and ended by. It is read in the round trip that takes the account's lock, and never from what a node remembers.</summary>
internal sealed class CallFacts
{
    private readonly Lazy<Payer> _payer;
    private readonly Answer<UsageLimit> _limits;
    private readonly Answer<LimitPeriod> _periods;
    private readonly Answer<long> _lastRecord;

    private CallFacts(RoundTrip trip, Guid accountId, Guid userId)
    {
        _payer = trip.AskPayer(accountId, userId);
        _limits = trip.Find<UsageLimit>($""" "AccountId" = {accountId} AND "UserId" = {userId}""");
        _periods = trip.Track<LimitPeriod>($""" "AccountId" = {accountId} AND "UserId" = {userId}""");
        _lastRecord = trip.Ask($"""SELECT COALESCE(MAX("Seq"), 0) FROM "UsageRecords" WHERE "AccountId" = {accountId}""", row => row.GetInt64(0));
        Running = trip.Find<OpenCall>($"""
             "AccountId" = {accountId} AND "HoldId" IN (SELECT "Id" FROM "CreditHolds" WHERE "AccountId" = {accountId} AND "State" = 'Open')
            """);
    }

    public Payer Payer => _payer.Value;

    public long LastRecord => _lastRecord.One;

    /// <summary>The hold that the key or the id names, open or over.</summary>
    public required Answer<CreditHold> Hold { get; init; }

    /// <summary>The call that is to be changed or ended; none once it is over.</summary>
    public required Answer<OpenCall> Call { get; init; }

    /// <summary>All that run for the account: few, since a plan allows so many at once.</summary>
    public Answer<OpenCall> Running { get; }

    public LimitsInForce LimitsInForce => Payer.LimitsWith(_limits.Rows);

    private Answer<ChatModel>? Model { get; init; }

    private Answer<ModelPrice> Prices { get; init; } = new();

    public static CallFacts ToOpen(RoundTrip trip, CallOrder order, DateTime at) => new(trip, order.Call.AccountId, order.Call.UserId)
    {
        Hold = trip.FindHold($""" "Key" = {order.Key}"""),
        Call = trip.Find<OpenCall>($""" "HoldId" IN (SELECT "Id" FROM "CreditHolds" WHERE "Key" = {order.Key})"""),
        Model = trip.Find<ChatModel>($""" "Key" = {order.Call.ModelKey}"""),
        Prices = FindPrices(trip, $"""
             ("ModelKey" = {order.Call.ModelKey} AND ("Until" IS NULL OR "Until" > {at}))
            OR "Id" IN (SELECT c."PriceId" FROM "OpenCalls" c JOIN "CreditHolds" h ON h."Id" = c."HoldId" WHERE h."Key" = {order.Key})
            """),
    };

    /// <summary>To end it, or to let it grow.</summary>
    public static CallFacts Of(RoundTrip trip, Guid accountId, Guid userId, Guid holdId, Guid priceId) => new(trip, accountId, userId)
    {
        Hold = trip.FindHold($""" "Id" = {holdId}"""),
        Call = trip.Track<OpenCall>($""" "HoldId" = {holdId}"""),
        Prices = FindPrices(trip, $""" "Id" = {priceId}"""),
    };

    /// <summary>What a new call is charged by, or why it is not for sale.</summary>
    public (ChatModel? Model, CallQuote? Quote, CallRefusal? Refusal) TermsOf(CallOrder order, Margin usual, DateTime at)
    {
        if (Model!.One is not { IsEnabled: true } model) return (null, null, new CallRefusal.NoSuchModel(order.Call.ModelKey));
        if (!Payer.Plan.Allows(model)) return (model, null, new CallRefusal.NotInPlan(model.Name));

        var price = Prices.Rows.Where(p => p.ModelKey == model.Key && p.CountsAt(at)).MaxBy(p => p.From);
        return CallQuote.Of(price, Payer.Plan.MarginFor(model, usual), order.Prompt.Most, at, out var refusal) is { } quote
            ? (model, quote, null)
            : (model, null, new CallRefusal.NotForSale(model.Name, refusal!));
    }

    /// <summary>The terms that the call was opened on.</summary>
    public CallQuote TermsOf(OpenCall call) =>
        CallQuote.Of(Prices.Rows.Single(p => p.Id == call.PriceId), call.Margin, call.InputEstimate, call.At, out _)
        ?? throw new InvalidOperationException("A call was opened at a price that cannot be charged.");

    /// <summary>What is left of each limit. A call that asks for more is none of those that run, so that its own hold does not stand in its way.</summary>
    public LimitCheck CheckLimits(LockedCredits credits, Guid userId, IEnumerable<OpenCall> running)
    {
        var (day, month) = PeriodsAt(credits, userId);
        var own = running.Where(c => c.UserId == userId).ToList();
        return new(LimitsInForce, day, month, own.Sum(c => c.TokenEstimate), own.Sum(c => c.CostEstimate));
    }

    /// <summary>Moved to now; their rows are saved with the change.</summary>
    public (LimitPeriod Day, LimitPeriod Month) PeriodsAt(LockedCredits credits, Guid userId)
    {
        return (Now(LimitSpan.Day), Now(LimitSpan.Month));

        LimitPeriod Now(LimitSpan span)
        {
            if (_periods.Rows.FirstOrDefault(p => p.Span == span) is { } period) period.MoveTo(credits.At, Payer.Zone);
            else credits.Db.LimitPeriods.Add(period = LimitPeriod.Begin(credits.Account.Id, userId, span, credits.At, Payer.Zone));
            return period;
        }
    }

    private static Answer<ModelPrice> FindPrices(RoundTrip trip, FormattableString condition)
    {
        var prices = trip.Track<ModelPrice>(condition);
        var rates = $"""
             "PriceId" IN (SELECT "Id" FROM "ModelPrices" WHERE {condition.Format})
            """;
        trip.Track<ModelRate>(FormattableStringFactory.Create(rates, condition.GetArguments()));
        return prices;
    }
}
