using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Demo;

/// <summary>What one made-up person did, day by day.</summary>
internal sealed class DemoPast(AppDbContext db, CreditAccount account, Guid userId, TimeZoneInfo zone, Random random)
{
    // A statement may have some two thousand values on SQL Server.
    private const int AtOnce = 50;

    private readonly List<UsageRecord> _records = [];

    public int Calls => _records.Count;

    public void Talk(string topic, List<ChatModel> models, DateTime at)
    {
        var talk = Conversation.Begin(Ids.NewId(), account.Id, userId, Ids.NewId(), at);
        var model = models[random.Next(models.Count)];
        db.Add(talk);
        var question = talk.Ask(Ids.NewId(), null, topic, Ids.NewId(), at);
        db.Add(question);
        talk.Rename(topic, TitleOrigin.FirstWords);
        var turns = random.Next(1, 6);
        var prompt = 0L;
        for (var turn = 0; turn < turns; turn++)
        {
            var output = random.Next(80, 900);
            prompt += random.Next(40, 400);
            Call(talk.Id, model, prompt, output, at.AddMinutes(turn));
            prompt += output;
        }
    }

    /// <summary>What counts towards the limits of the day and the month that run now.</summary>
    public void CountTowardsLimits(DateTime at)
    {
        foreach (var span in Enum.GetValues<LimitSpan>())
        {
            var period = LimitPeriod.Begin(account.Id, userId, span, at, zone);
            foreach (var record in _records.Where(r => r.At >= period.StartsAt)) period.Add(record.Tokens, record.Cost);
            db.LimitPeriods.Add(period);
        }
    }

    public async Task WriteSumsAsync(DateTime at, CancellationToken cancel)
    {
        var given = new LockedCredits(db, account, at);
        GrantDays.Add(given);
        await given.Beside.ChangeAsync(cancel);
        foreach (var some in _records.Chunk(AtOnce))
        {
            var credits = new LockedCredits(db, account, at);
            foreach (var record in some) Rollups.Add(credits, record, TimeSpan.FromSeconds(1 + (record.OutputTokens / 60.0)), TimeSpan.FromMilliseconds(random.Next(300, 1_800)));
            await credits.Beside.ChangeAsync(cancel);
        }
    }

    // As the meter does it: quoted, held, settled and written down.
    private void Call(Guid talk, ChatModel model, long prompt, long output, DateTime at)
    {
        var price = model.PriceAt(at) ?? model.PriceAt(DateTime.MaxValue);
        if (CallQuote.Of(price, Margin.Default, prompt, at, out _) is not { } quote) return;

        var order = new CallOrder($"demo:{Ids.NewId():N}", new Call(account.Id, userId, model.Key, UsageSource.Chat, talk), new TokenEstimate(prompt, prompt));
        if (account.TryHold(new HoldOrder(order.Key, Math.Max(1, quote.At(output).Credits), "demo"), at) is not { } hold) return;

        var cached = prompt > 1_000 && random.Next(2) == 0 ? prompt / 2 : 0;
        var charge = quote.Settle(Quantities.Of((UsageKind.Input, prompt - cached), (UsageKind.CacheRead, cached), (UsageKind.Output, output)))!;
        var reported = random.Next(20) > 0;
        account.Settle(hold, charge.Credits, at);
        db.CreditHolds.Add(hold);
        var record = UsageRecord.Of(OpenCall.Begin(hold.Id, order, quote, output), _records.Count + 1, reported ? UsageStatus.Reported : UsageStatus.Estimated, charge, at, zone);
        db.UsageRecords.Add(record);
        _records.Add(record);
    }
}
