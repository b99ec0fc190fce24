using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models;

public static class ModelQueries
{
    public static IQueryable<ChatModel> WithPrices(this IQueryable<ChatModel> models) => models.Include(m => m.Prices).ThenInclude(p => p.Rates).AsSplitQuery();

    /// <summary>The prices that count for the model at that moment, the newest first.</summary>
    public static IQueryable<ModelPrice> At(this IQueryable<ModelPrice> prices, string modelKey, DateTime at) =>
        prices.Where(p => p.ModelKey == modelKey && p.TakenBackAt == null && p.From <= at && (p.Until == null || p.Until > at)).OrderByDescending(p => p.From);
}
