using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Tests.Stripe.Protocol;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

public sealed class SubscribeTests(PlanShop app) : IClassFixture<PlanShop>
{
    [Theory]
    [InlineData("basic", "month", 5_000_000)]
    [InlineData("premium", "month", 20_000_000)]
    [InlineData("basic", "year", 60_000_000)]
    public async Task A_plan_gives_its_credits_once_it_is_paid_and_not_before_until_the_day_that_its_invoice_names(string plan, string interval, long credits)
    {
        var sara = await Subscriber.NewAsync(app);
        var chosen = await sara.ChooseAsync(plan, interval);
        Assert.Equal((Subscriber.FreeCredits, "free"), (await sara.SpendableAsync(), await sara.PlanAsync()));

        await app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
        await app.SettleAsync();

        Assert.Equal((Subscriber.FreeCredits + credits, plan), (await sara.SpendableAsync(), await sara.PlanAsync()));
        var (grant, living) = (Assert.Single(await sara.GrantsAsync()), await sara.NewestAsync());
        Assert.Equal((credits, $"invoice:{living.LatestInvoiceId}", living.PaidUntil), (grant.Amount, grant.SourceKey, grant.ExpiresAt));
        Assert.Contains("Your plan is active", (await sara.Visitor.OpenAsync($"/plans/{chosen.Id}")).Body!.TextContent, StringComparison.Ordinal);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Who_has_subscribed_is_written_to_and_finds_plan_renewal_and_invoice_with_its_receipt_in_both_languages()
    {
        var sara = await Subscriber.NewAsync(app);
        await sara.SubscribeAsync();
        var invoice = Assert.Single(await sara.InvoicesAsync());

        var page = await sara.Visitor.OpenAsync("/billing");

        Assert.All(["Basic", "$9.99", "Renews on", "Next charge"], part => Assert.Contains(part, page.QuerySelector("#plan")!.TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector($"a[href='{invoice.Page}']"));
        Assert.NotNull(page.QuerySelector($"a[href='/en/invoices/{invoice.Id}']"));
        Assert.Contains("5,000,000", (await sara.Visitor.OpenAsync($"/en/invoices/{invoice.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("rtl", (await sara.Visitor.OpenAsync($"/ar/invoices/{invoice.Id}")).DocumentElement.GetAttribute("dir"));
        Assert.Equal(1, await LettersAsync(sara, MailKind.PlanReceipt));
        Assert.Equal([NoticeKind.Bought, NoticeKind.PlanChanged], (await NoticesAsync(sara)).Order());
    }

    [Fact]
    public async Task Pressing_twice_is_one_subscription_with_one_checkout()
    {
        var sara = await Subscriber.NewAsync(app);
        var form = await sara.FormAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sara.SendAsync(form)));

        var chosen = Assert.Single(await sara.AllAsync());
        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Single(app.Stripe.All("checkout.session"), s => (string?)s["metadata"]?["order"] == $"{chosen.Id}");
    }

    [Fact]
    public async Task Two_windows_can_pay_for_one_plan_only()
    {
        var sara = await Subscriber.NewAsync(app);
        var first = await sara.ChooseAsync();

        var second = await sara.ChooseAsync("premium");

        Assert.Equal("expired", (string)app.Stripe.Find(first.CheckoutId!)!["status"]!);
        await app.Stripe.Outside.PayAsync(second.CheckoutId!);
        await app.SettleAsync();
        Assert.Equal([SubscriptionState.Expired, SubscriptionState.Active], (await sara.AllAsync()).Select(s => s.State));
        Assert.Equal("premium", await sara.PlanAsync());
    }

    [Fact]
    public async Task Windows_that_ask_at_the_same_moment_leave_one_subscription()
    {
        var sara = await Subscriber.NewAsync(app);
        var forms = new[] { await sara.FormAsync(), await sara.FormAsync("premium"), await sara.FormAsync("basic", "year") };

        await Task.WhenAll(forms.Select(f => sara.SendAsync(f)));

        Assert.Single(await sara.AllAsync(), s => !s.IsOver);
        Assert.Single(app.Stripe.All("checkout.session"), s => (string?)s["status"] == "open" && (string?)s["customer"] == CustomerOf(sara));
    }

    [Fact]
    public async Task Who_pays_for_a_plan_is_offered_no_second_one()
    {
        var sara = await Subscriber.NewAsync(app);
        var form = await sara.FormAsync("premium");
        await sara.SubscribeAsync();

        using var refused = await sara.SendAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("You have a plan already", (await Visitor.PageAsync(refused)).QuerySelector(".alert-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await sara.AllAsync());
        Assert.Empty((await sara.Visitor.OpenAsync("/plans")).QuerySelectorAll("form input[name=plan]"));
    }

    [Theory]
    [InlineData("plan", "enterprise", "not on offer")]
    [InlineData("plan", "free", "not on offer")]
    [InlineData("plan", "guest", "not on offer")]
    [InlineData("plan", "", "not on offer")]
    [InlineData("plan", "premium", "price has changed")]
    [InlineData("interval", "week", "not on offer")]
    [InlineData("interval", "year", "price has changed")]
    [InlineData("currency", "JPY", "not on offer")]
    [InlineData("currency", "EUR", "not on offer")]
    [InlineData("currency", "SAR", "price has changed")]
    [InlineData("seen", "1", "price has changed")]
    [InlineData("seen", "-999", "price has changed")]
    [InlineData("seen", "99999999999999999999", "not on offer")]
    [InlineData("clientId", "00000000-0000-0000-0000-000000000000", "not on offer")]
    public async Task A_field_that_was_changed_is_refused_and_nothing_is_written(string field, string value, string answer)
    {
        var mallory = await Subscriber.NewAsync(app, "mallory");
        var form = await mallory.FormAsync();
        form[field] = value;

        using var response = await mallory.SendAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(answer, (await Visitor.PageAsync(response)).QuerySelector(".alert-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await mallory.AllAsync());
    }

    [Fact]
    public async Task Where_the_gateway_is_down_people_are_told_so_and_their_next_press_goes_on_with_the_same_subscription()
    {
        var sara = await Subscriber.NewAsync(app);
        var form = await sara.FormAsync();
        app.Stripe.Faults.Next(Fault.Unavailable, times: 100);

        using var refused = await sara.SendAsync(form);
        app.Stripe.Faults.Clear();
        using var again = await sara.SendAsync(form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, again.StatusCode));
        Assert.Single(await sara.AllAsync());
    }

    [Fact]
    public async Task Plans_and_invoices_of_others_are_not_there()
    {
        var (sara, omar) = (await Subscriber.NewAsync(app), await Subscriber.NewAsync(app, "omar"));
        var hers = await sara.SubscribeAsync();
        var invoice = Assert.Single(await sara.InvoicesAsync());

        Assert.Equal(HttpStatusCode.NotFound, await omar.Visitor.StatusAsync($"/plans/{hers.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await omar.Visitor.StatusAsync($"/en/invoices/{invoice.Id}"));
        Assert.Null((await omar.Visitor.OpenAsync("/billing")).QuerySelector("#invoices"));
    }

    [Fact]
    public async Task A_plan_that_was_left_unpaid_leads_back_to_the_choice()
    {
        var sara = await Subscriber.NewAsync(app);
        var chosen = await sara.ChooseAsync();
        await app.Stripe.Outside.ExpireAsync(chosen.CheckoutId!);
        await app.SettleAsync();

        Assert.Contains("The payment page has closed", (await sara.Visitor.OpenAsync($"/plans/{chosen.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("premium", (await sara.SubscribeAsync("premium")).PlanKey);
    }

    private string? CustomerOf(Subscriber who) => app.AskAsync(db => db.GatewayCustomers.Where(c => c.AccountId == who.AccountId).Select(c => c.CustomerId).SingleAsync()).GetAwaiter().GetResult();

    private Task<int> LettersAsync(Subscriber who, MailKind kind) => app.AskAsync(db =>
        db.OutboxMails.CountAsync(m => m.Kind == kind && db.Users.Any(u => u.Email == m.To && db.Accounts.Any(a => a.Id == who.AccountId && a.OwnerId == u.Id))));

    private Task<List<NoticeKind>> NoticesAsync(Subscriber who) =>
        app.AskAsync(db => db.Notices.Where(n => db.Accounts.Any(a => a.Id == who.AccountId && a.OwnerId == n.UserId)).Select(n => n.Kind).ToListAsync());
}
