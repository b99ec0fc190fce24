using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Infrastructure.Demo;

/// <summary>
/// Made-up people with a past: the same ones each time, by the same rules that real ones live by. Nobody can sign in as them. Each is written
/// whole or not at all.
/// </summary>
public sealed class DemoPeople(AppDbContext db, CatalogueSeeding catalogue, AccountOpening accounts, TimeProvider clock)
{
    private const string Host = "demo.invalid";
    private const long Bought = 50_000_000;

    private static readonly string[] Zones = ["Asia/Riyadh", "Africa/Cairo", "UTC", "Europe/London", "America/New_York"];
    private static readonly string[] Topics = ["Plan a trip", "Explain recursion", "رسالة إلى المدير", "Summarise a report", "وصفة سريعة", "Fix a query", "Write a poem"];

    private static readonly string[] EnglishNames = ["Alice", "Daniel", "Emma", "Hannah", "James", "Maria", "Noah", "Olivia", "Peter", "Sofia"];
    private static readonly string[] EnglishFamilies = ["Brown", "Clark", "Evans", "Hall", "Martin", "Reed", "Turner"];
    private static readonly string[] ArabicNames = ["أحمد", "خالد", "رنا", "سارة", "علي", "فاطمة", "ليلى", "محمد", "نورة", "يوسف"];
    private static readonly string[] ArabicFamilies = ["الأحمد", "الحربي", "الخطيب", "الزهراني", "السالم", "العتيبي", "المصري"];

    /// <summary>How many calls they made; null where such people are here already.</summary>
    /// <param name="added">Is told after each person how many there are.</param>
    public async Task<int?> AddAsync(int people, int days, Action<int> added, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(u => u.NormalizedEmail!.EndsWith("@DEMO.INVALID"), cancel)) return null;

        await catalogue.RunAsync(cancel);
        var models = (await db.ChatModels.AsNoTracking().WithPrices().ToListAsync(cancel)).Where(m => m.IsOfferedAt(clock.UtcNow())).OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        var calls = 0;
        for (var number = 1; number <= people; number++)
        {
            var person = number;
            calls += await db.WriteAsync(() => AddAsync(person, days, models, cancel), cancel);
            db.ChangeTracker.Clear();
            added(number);
        }

        return calls;
    }

    private async Task<int> AddAsync(int number, int days, List<ChatModel> models, CancellationToken cancel)
    {
        var (random, now) = (new Random(number), clock.UtcNow());
        var user = await OpenAsync(number, now.AddDays(-days), cancel);
        var account = await db.CreditAccounts.Include(a => a.Grants.Where(g => g.Remaining > 0)).SingleAsync(a => db.Accounts.Any(o => o.Id == a.Id && o.OwnerId == user.Id), cancel);
        Buy(account, user, now.AddDays(-days));
        var past = new DemoPast(db, account, user.Id, LocalDays.ZoneOf(user.TimeZone), random);
        for (var day = days - 1; day >= 0; day--)
        {
            if (random.Next(3) == 0) continue;
            past.Talk(Topics[random.Next(Topics.Length)], models, now.AddDays(-day).AddMinutes(-random.Next(600)));
        }

        past.CountTowardsLimits(now);
        await db.SaveChangesAsync(cancel);
        await past.WriteSumsAsync(now, cancel);
        return past.Calls;
    }

    // For nothing: what was never paid must not look like revenue.
    private void Buy(CreditAccount account, AppUser user, DateTime at)
    {
        var package = PackageCatalogue.All[0] with { Credits = Bought };
        var price = package.Prices[0].Price;
        var order = Order.Place(account.Id, user.Id, new OrderTerms(user.Id, package, price, price, null, user.Language), at);
        order.Pay(at);
        var payment = Payment.OfNothing(order, $"demo_{user.Id:N}", at);
        account.Grant(payment.Grant, at);
        db.AddRange(order, payment);
    }

    private static string NameOf(int number)
    {
        var (names, families) = number % 2 == 0 ? (ArabicNames, ArabicFamilies) : (EnglishNames, EnglishFamilies);
        return $"{names[number / 2 % names.Length]} {families[number / 2 % families.Length]}";
    }

    private async Task<AppUser> OpenAsync(int number, DateTime since, CancellationToken cancel)
    {
        var view = new ViewPreferences(number % 2 == 0 ? "ar" : "en", Zones[number % Zones.Length], ViewPreferences.Default.Theme, false);
        var user = AppUser.Register($"person{number}@{Host}", NameOf(number), view, since);
        (user.NormalizedEmail, user.NormalizedUserName, user.EmailConfirmed) = (user.Email!.ToUpperInvariant(), user.Email.ToUpperInvariant(), true);
        db.Users.Add(user);
        await db.SaveChangesAsync(cancel);
        await accounts.OfPersonAsync(user.Id, null, since, cancel);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return user;
    }
}
