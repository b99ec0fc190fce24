using System.ComponentModel;
using System.Globalization;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Web.Endpoints.Api;

internal sealed record ApiSum(
    [property: Description("All of a model's tokens, in and out, cached included.")] long Tokens,
    [property: Description("The cost at list price in US dollars, without our margin.")] decimal CostUsd,
    [property: Description("The credits that were charged.")] long Credits,
    [property: Description("How many calls.")] long Operations)
{
    public static ApiSum Of(UsageSum sum) => new(sum.Tokens, Picodollars.ToDollars(sum.Cost), sum.Credits, sum.Operations);
}

internal sealed record ApiUsageDay(
    [property: Description("The day where the person was, as YYYY-MM-DD.")] DateOnly Day,
    [property: Description("All tokens of the day.")] long Tokens,
    [property: Description("The cost at list price in US dollars.")] decimal CostUsd,
    [property: Description("The credits that were charged.")] long Credits,
    [property: Description("How many calls.")] long Operations)
{
    public static ApiUsageDay Of(DateOnly day, UsageSum sum) => new(day, sum.Tokens, Picodollars.ToDollars(sum.Cost), sum.Credits, sum.Operations);
}

internal sealed record ApiUsageModel(
    [property: Description("The model's key.")] string Model,
    [property: Description("All tokens of the model.")] long Tokens,
    [property: Description("The cost at list price in US dollars.")] decimal CostUsd,
    [property: Description("The credits that were charged.")] long Credits,
    [property: Description("How many calls.")] long Operations)
{
    public static ApiUsageModel Of(string model, UsageSum sum) => new(model, sum.Tokens, Picodollars.ToDollars(sum.Cost), sum.Credits, sum.Operations);
}

internal sealed record ApiStats(
    [property: Description("Everything in these days.")] ApiSum Total,
    [property: Description("The same by day; days without use are left out.")] IReadOnlyList<ApiUsageDay> ByDay,
    [property: Description("The same by model, the dearest first.")] IReadOnlyList<ApiUsageModel> ByModel);

internal sealed record ApiConversationUsage(
    [property: Description("The conversation.")] Guid ConversationId,
    [property: Description("Its title; empty where it is gone.")] string Title,
    [property: Description("What it used in all.")] ApiSum Total);

internal sealed record ApiTransactions(
    [property: Description("Calls to models, newest first.")] IReadOnlyList<ApiTransaction> Items,
    [property: Description("Where the next page begins; null on the last one.")] string? NextCursor);

internal sealed record ApiTransaction(
    [property: Description("The number of the call among those of its account; /usage/{id} shows it.")] long Id,
    [property: Description("When it was charged (UTC).")] DateTime CreatedAt,
    [property: Description("The conversation that it belongs to; null where it belongs to none.")] Guid? ConversationId,
    [property: Description("The model's key.")] string Model,
    [property: Description("Prompt tokens that were read afresh.")] long InputTokens,
    [property: Description("Prompt tokens that were written to the provider's cache.")] long WriteTokens,
    [property: Description("Prompt tokens that were read from the provider's cache.")] long ReadTokens,
    [property: Description("Tokens that the model wrote.")] long OutputTokens,
    [property: Description("The cost at list price in US dollars, without our margin.")] decimal CostUsd,
    [property: Description("The credits that were charged.")] long Credits,
    [property: Description("How it is known what was used: reported, estimated, stopped or failed.")] string Status)
{
    public static ApiTransaction Of(UsageRecord r) => new(
        r.Seq, r.At, r.ConversationId, r.ModelKey, r.InputTokens, r.WriteTokens, r.ReadTokens, r.OutputTokens,
        Picodollars.ToDollars(r.Cost), r.Credits, ApiBalance.Word(r.Status));

    public static string? Cursor(long? seq) => seq?.ToString(CultureInfo.InvariantCulture);
}
