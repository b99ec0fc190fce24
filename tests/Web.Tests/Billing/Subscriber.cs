using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Somebody who pays for a plan, by the forms that stand on the pages.</summary>
internal sealed class Subscriber(ShopApp app, Visitor visitor, Guid accountId)
{
    public const long FreeCredits = 250_000;
    public const long BasicCredits = 5_000_000;
    public const long PremiumCredits = 20_000_000;

    public Visitor Visitor { get; } = visitor;
    public Guid AccountId { get; } = accountId;

    public static async Task<Subscriber> NewAsync(ShopApp app, string name = "sara", string language = "en")
    {
        var shopper = await Shopper.NewAsync(app, name, language);
        return new Subscriber(app, shopper.Visitor, shopper.AccountId);
    }

    /// <summary>The hidden fields of a plan's form.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string plan = "basic", string interval = "month")
    {
        var page = await Visitor.OpenAsync($"/plans?interval={interval}");
        return FieldsOf(page.Forms.Single(f => f.QuerySelector($"input[name=plan][value='{plan}']") is not null));
    }

    public Task<HttpResponseMessage> SendAsync(Dictionary<string, string> form, string to = "/plans") => Visitor.Client.PostAsync(to, new FormUrlEncodedContent(form));

    /// <summary>Chooses a plan and is sent on to pay it.</summary>
    public async Task<Subscription> ChooseAsync(string plan = "basic", string interval = "month")
    {
        using var response = await SendAsync(await FormAsync(plan, interval));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var chosen = await NewestAsync();
        Assert.Equal($"{app.Stripe.Address}/c/pay/{chosen.CheckoutId}", response.Headers.Location!.ToString());
        return chosen;
    }

    /// <summary>Chooses a plan and pays it; everything that follows has come to pass.</summary>
    public async Task<Subscription> SubscribeAsync(string plan = "basic", string interval = "month")
    {
        var chosen = await ChooseAsync(plan, interval);
        await app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
        await app.SettleAsync();
        return await NewestAsync();
    }

    /// <summary>The hidden fields under a preview.</summary>
    public async Task<Dictionary<string, string>> PreviewAsync(string plan, string interval = "month")
    {
        var page = await Visitor.OpenAsync($"/billing/plan/change?plan={plan}&interval={interval}");
        return FieldsOf(page.Forms.Single(f => f.QuerySelector("input[name=due]") is not null));
    }

    /// <summary>Confirms a preview; everything that follows has come to pass.</summary>
    public async Task<Subscription> ChangeAsync(string plan, string interval = "month")
    {
        using var response = await SendAsync(await PreviewAsync(plan, interval), "/billing/plan/change");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await app.SettleAsync();
        return await NewestAsync();
    }

    public async Task<Subscription> PressAsync(string page, string action)
    {
        using var response = await Visitor.SubmitAsync(page, action);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await app.SettleAsync();
        return await NewestAsync();
    }

    /// <summary>Signs in again, after a time in which the session has ended.</summary>
    public async Task ReturnAsync()
    {
        var email = await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == AccountId && a.OwnerId == u.Id)).Select(u => u.Email!).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, await Visitor.SignInAsync(email, People.Password));
    }

    public void ChangeCard(CardMood mood)
    {
        foreach (var card in app.Stripe.All("payment_method").Where(m => (string?)m["customer"] is not null)) app.Stripe.Outside.ChangeCard((string)card["id"]!, mood);
    }

    public Task<List<Subscription>> AllAsync() => app.AskAsync(db => db.Subscriptions.AsNoTracking().Where(s => s.AccountId == AccountId).OrderBy(s => s.PlacedAt).ToListAsync());

    public async Task<Subscription> NewestAsync() => (await AllAsync())[^1];

    public Task<List<Invoice>> InvoicesAsync() => app.AskAsync(db => db.Invoices.AsNoTracking().Where(i => i.AccountId == AccountId).OrderBy(i => i.From).ToListAsync());

    /// <summary>What came with invoices, the oldest first.</summary>
    public Task<List<CreditGrant>> GrantsAsync() =>
        app.AskAsync(db => db.CreditGrants.AsNoTracking().Where(g => g.AccountId == AccountId && g.SourceKey.StartsWith("invoice:")).OrderBy(g => g.ExpiresAt).ToListAsync());

    public Task<string> PlanAsync() => app.AskAsync(db => db.Allowances.Where(a => a.AccountId == AccountId).Select(a => a.PlanKey).SingleAsync());

    public Task<long> SpendableAsync() => app.SpendableAsync(AccountId);

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form) =>
        form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
}
