using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing.TopUps;

/// <summary>Somebody with a saved card who lets their balance be filled up.</summary>
internal sealed class Saver(ShopApp app, Shopper shopper, string card)
{
    public Shopper Shopper { get; } = shopper;
    public Guid AccountId => Shopper.AccountId;
    public string Card { get; } = card;

    public static async Task<Saver> NewAsync(ShopApp app, CardMood mood = CardMood.Works, string language = "en")
    {
        var sara = await Shopper.NewAsync(app, "saver", language);
        var customer = await app.InScopeAsync(async services => await services.GetRequiredService<GatewayCustomers>().IdOfAsync(sara.AccountId, await UserOfAsync(app, sara), default));
        return new Saver(app, sara, await app.Stripe.Outside.SaveCardAsync(customer, mood));
    }

    /// <summary>Who has agreed already, and of whom nothing was asked yet.</summary>
    public static async Task<Saver> AgreedAsync(ShopApp app, CardMood mood = CardMood.Works, string cap = "50", string threshold = "400000")
    {
        var sara = await NewAsync(app, mood);
        await app.GiveAsync(sara.AccountId, 450_000);
        using var response = await sara.AgreeAsync(cap: cap, threshold: threshold);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return sara;
    }

    public static string Path(string package = Shopper.Half, string threshold = "400000", string cap = "50", string card = "") =>
        $"/billing/top-up?package={package}&threshold={threshold}&cap={cap}&card={card}";

    /// <summary>Chooses, reads the sentence, ticks it and presses the button.</summary>
    public async Task<HttpResponseMessage> AgreeAsync(string package = Shopper.Half, string threshold = "400000", string cap = "50", bool ticked = true)
    {
        var page = await Shopper.Visitor.OpenAsync(Path(package, threshold, cap, Card));
        var form = (IHtmlFormElement)page.GetElementById("consent")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        if (ticked) fields.Add(KeyValuePair.Create("agreed", "true"));
        using var content = new FormUrlEncodedContent(fields);
        return await Shopper.Visitor.Client.PostAsync(form.GetAttribute("action"), content);
    }

    /// <summary>Spends so much that less is left than they wished.</summary>
    public async Task RunLowAsync()
    {
        if (await Shopper.SpendableAsync() - 1_000 is not (> 0 and var left)) return;
        await app.SettleAsync(AccountId, (await app.HoldAsync(AccountId, left)).Hold!.Id, left);
    }

    /// <summary>What the job does, until all that came of it is booked.</summary>
    public async Task RunAsync()
    {
        await TryAsync();
        await app.SettleAsync();
    }

    public Task TryAsync() => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<TopUpCharging>().RunAsync(AccountId, default);
        return true;
    });

    public async Task RunLowAndRunAsync()
    {
        await RunLowAsync();
        await RunAsync();
    }

    /// <summary>As if the pause were over.</summary>
    public Task WaitAsync() => app.AskAsync(db => db.AutoTopUps.Where(t => t.AccountId == AccountId).ExecuteUpdateAsync(t => t.SetProperty(x => x.PausedUntil, DateTime.UnixEpoch)));

    public Task<AutoTopUp> AgreedAsync() => app.AskAsync(db => db.AutoTopUps.AsNoTracking().SingleAsync(t => t.AccountId == AccountId));

    public Task<List<TopUp>> TopUpsAsync() => app.AskAsync(db => db.TopUps.AsNoTracking().Where(t => t.AccountId == AccountId).OrderBy(t => t.BegunAt).ToListAsync());

    public Task<List<MailKind>> LettersAsync() => app.AskAsync(db => db.OutboxMails.Where(m => db.Users.Any(u => u.Email == m.To && db.Accounts.Any(a => a.Id == AccountId && a.OwnerId == u.Id)))
        .OrderBy(m => m.WrittenAt).Select(m => m.Kind).ToListAsync());

    /// <summary>What Stripe was asked to charge.</summary>
    public IReadOnlyList<string> Charges() => [.. app.Stripe.All("payment_intent").Where(i => (string?)i["payment_method"] == Card || IsOurs((string?)i["metadata"]?["order"])).Select(i => (string)i["status"]!)];

    private bool IsOurs(string? order) => Guid.TryParse(order, out var id) && app.AskAsync(db => db.Orders.AnyAsync(o => o.Id == id && o.AccountId == AccountId)).GetAwaiter().GetResult();

    private static Task<Guid> UserOfAsync(ShopApp app, Shopper sara) => app.AskAsync(db => db.Accounts.Where(a => a.Id == sara.AccountId).Select(a => a.OwnerId!.Value).SingleAsync());
}
