using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Billing;

/// <summary>What is offered to whoever is signed in, at the price that they would pay today.</summary>
public sealed class Shelf(AppDbContext db, PromoCodes codes, OfferedModels offered, OfferedPackages packages, LastValid<MarginOptions> margins, CurrentUser me, TimeProvider clock)
{
    private static readonly Quantities OneMessage = Quantities.Of((UsageKind.Input, 300), (UsageKind.Output, 300));

    public async Task<ShelfView> ReadAsync(ShelfQuery query, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var currency = await CurrencyAsync(query.Currency, cancel);
        var promo = query.Code is null ? null : await codes.FindAsync(query.Code, me.AccountId, cancel);
        var models = offered.Now.Where(m => MessageCost(m, now) > 0).ToList();
        var model = models.Find(m => m.Key == query.Model) ?? models.Find(m => m.FreePlans) ?? models.FirstOrDefault();

        var items = packages.Now.Where(p => p.PriceIn(currency) is not null).Select(package =>
        {
            var price = package.PriceIn(currency)!;
            return new ShelfItem(package, price, promo?.OffOf(package, price.Price, now), model is null ? null : package.Credits / MessageCost(model, now));
        }).ToList();
        return new ShelfView(currency, items, models, model, promo?.Code, IsCodeGood: query.Code is null || items.Exists(i => i.Discount is not null));
    }

    /// <summary>As asked for, else as they last paid, else as their language suggests.</summary>
    private async Task<Currency> CurrencyAsync(string? asked, CancellationToken cancel) =>
        PackageCatalogue.Currencies.FirstOrDefault(c => string.Equals(c.Code, asked, StringComparison.OrdinalIgnoreCase))
        ?? await db.Accounts.Where(a => a.Id == me.AccountId).Select(a => a.Currency).SingleOrDefaultAsync(cancel)
        ?? Currency.ForLanguage(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    private long MessageCost(ChatModel model, DateTime at) =>
        model.PriceAt(at)?.Standard.CreditsFor(OneMessage, model.Margin ?? margins.Value.Default) ?? 0;
}

/// <summary>What a person has chosen on the shelf so far: it stands in the address, so that it outlives a payment that was called off.</summary>
public sealed class ShelfQuery
{
    public string? Currency { get; set; }
    public string? Code { get; set; }
    public string? Model { get; set; }
    public string? Package { get; set; }
    public bool Cancelled { get; set; }

    public string In(Currency currency, bool cancelled = false) => "/buy-tokens" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["currency"] = currency.Code, ["code"] = Code, ["model"] = Model, ["package"] = Package, ["cancelled"] = cancelled ? "true" : null,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}

public sealed record ShelfView(Currency Currency, IReadOnlyList<ShelfItem> Items, IReadOnlyList<ChatModel> Models, ChatModel? Model, string? Code, bool IsCodeGood);

/// <param name="Messages">About how many of the chosen model's.</param>
public sealed record ShelfItem(PackageOffer Package, PackagePrice Price, Money? Discount, long? Messages)
{
    public Money Total => Price.Price with { Minor = Price.Price.Minor - (Discount?.Minor ?? 0) };

    /// <summary>Pressing its button twice is one order.</summary>
    public Guid ClientId { get; } = Guid.NewGuid();
}
