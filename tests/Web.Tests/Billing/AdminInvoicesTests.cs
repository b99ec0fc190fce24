using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe.Protocol;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What support sees of what plans cost, and how admins give it back.</summary>
public sealed class AdminInvoicesTests(PlanShop app) : IClassFixture<PlanShop>
{
    [Fact]
    public async Task Support_finds_an_invoice_by_its_state_its_currency_its_owner_and_its_ids_and_reads_its_story()
    {
        var (sara, omar) = (await Subscriber.NewAsync(app, "invoice"), await Subscriber.NewAsync(app, "invoice-too", "ar"));
        var (plan, _) = (await sara.SubscribeAsync(), await omar.SubscribeAsync());
        var (mine, other) = (Assert.Single(await sara.InvoicesAsync()), Assert.Single(await omar.InvoicesAsync()));
        var email = await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == sara.AccountId && a.OwnerId == u.Id)).Select(u => u.Email!).SingleAsync());
        var nadia = await app.SignedInAsync($"nadia-{Guid.NewGuid():N}", Roles.Support);

        foreach (var (query, found) in new[]
        {
            ($"q={email}&state=Paid", true), ($"q={email}&state=Open", false), ($"q={email}&currency=USD", true), ($"q={email}&currency=SAR", false),
            ($"q={mine.Id}", true), ($"q={mine.GatewayId}", true), ($"q={mine.PaymentId}", true), ($"q={plan.Id}", true), ($"q={other.GatewayId}", false), ("q=%25", false),
        })
        {
            var rows = (await nadia.OpenAsync($"/admin/invoices?{query}")).QuerySelectorAll($"a[href='/admin/invoices/{mine.Id}']");
            Assert.Equal((query, found), (query, rows.Length == 1));
        }

        var page = await nadia.OpenAsync($"/admin/invoices/{mine.Id}");
        Assert.All(["Plan chosen", "Invoiced", "$9.99", "invoice.paid", "+5,000,000"], part => Assert.Contains(part, page.QuerySelector(".log")!.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("a[href^='/admin/refunds']"));
        Assert.Equal(HttpStatusCode.NotFound, await nadia.StatusAsync($"/admin/invoices/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.Forbidden, await nadia.StatusAsync($"/admin/refunds/{mine.Id}"));
    }

    [Fact]
    public async Task Pages_of_invoices_follow_each_other_without_a_gap()
    {
        for (var i = 0; i < 3; i++) await (await Subscriber.NewAsync(app)).SubscribeAsync();
        var all = await app.AskAsync(async db =>
        {
            var (found, search, last) = (new List<Guid>(), new InvoiceSearch(null, null, null), (Invoice?)null);
            while (await search.In(db, last).Take(2).ToListAsync() is { Count: > 0 } page)
            {
                found.AddRange(page.Select(i => i.Id));
                last = page[^1];
            }

            return (Found: found, Count: await db.Invoices.CountAsync());
        });

        Assert.Equal(all.Count, all.Found.Distinct().Count());
        Assert.Equal(all.Count, all.Found.Count);
    }

    [Fact]
    public async Task A_part_of_a_plans_price_takes_back_its_share_and_the_plan_goes_on()
    {
        var sara = await Subscriber.NewAsync(app);
        await sara.SubscribeAsync();
        var (invoice, before) = (Assert.Single(await sara.InvoicesAsync()), await sara.SpendableAsync());

        using var tooMuch = await GiveBackAsync(invoice, "10.00", ends: true);
        Assert.NotNull((await Visitor.PageAsync(tooMuch)).QuerySelector("[data-summary]"));
        using var part = await GiveBackAsync(invoice, "3.33", ends: false);
        Assert.Equal($"/admin/invoices/{invoice.Id}", part.Headers.Location!.ToString());
        await app.SettleAsync();

        Assert.Equal(before - 1_666_667, await sara.SpendableAsync());
        Assert.Equal(SubscriptionState.Active, (await sara.NewestAsync()).State);
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Fault.Broken)]
    [InlineData(Fault.ResetAfterWork)]
    public async Task The_whole_price_is_given_back_once_and_the_plan_ends_with_it_whatever_the_gateway_answers(Fault? fault)
    {
        var sara = await Subscriber.NewAsync(app);
        var plan = await sara.SubscribeAsync();
        var invoice = Assert.Single(await sara.InvoicesAsync());
        if (fault is { } wrong) app.Stripe.Faults.Next(wrong, times: 20, where: "/v1/refunds");

        using var back = await GiveBackAsync(invoice, "9.99", ends: true);
        app.Stripe.Faults.Clear();
        await app.AskAsync(db => db.Refunds.Where(r => r.InvoiceId == invoice.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AskedAt, x => x.AskedAt.AddHours(-1))));
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Reconciliation>().FinishRefundsAsync(default);
            return true;
        });
        await app.SettleAsync();

        Assert.Equal((SubscriptionState.Ended, "free"), ((await sara.NewestAsync()).State, await sara.PlanAsync()));
        Assert.Equal("canceled", (string)app.Stripe.Find(plan.GatewayId!)!["status"]!);
        Assert.Equal(9_99, Assert.Single(await sara.InvoicesAsync()).RefundedMinor);
        Assert.Equal(Subscriber.BasicCredits, Assert.Single(await sara.InvoicesAsync()).Clawed);
        Assert.Single(app.Stripe.All("refund"), r => (string?)r["payment_intent"] == invoice.PaymentId);
        Assert.Equal(RefundState.Done, await app.AskAsync(db => db.Refunds.Where(r => r.InvoiceId == invoice.Id).Select(r => r.State).SingleAsync()));
        var entry = await app.AskAsync(db => db.AuditEntries.SingleAsync(e => e.SubjectId == $"{invoice.Id}"));
        Assert.Equal(("0 USD", "9.99 USD, the plan ends"), (entry.Before, entry.After));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task The_same_form_with_another_choice_about_the_plan_is_refused()
    {
        var sara = await Subscriber.NewAsync(app);
        await sara.SubscribeAsync();
        var (invoice, layla) = (Assert.Single(await sara.InvoicesAsync()), app.Visit());
        await layla.SignInAsAdminAsync();
        var path = $"/admin/refunds/{invoice.Id}";
        var open = await layla.OpenAsync(path);
        Task<HttpResponseMessage> SendAsync(bool ends) =>
            layla.SubmitAsync(open, path, path, ("Input.Amount", "1.00"), ("Input.Reason", "They asked for it."), ("Input.EndsPlan", ends ? "true" : "false"));
        using var first = await SendAsync(ends: false);

        using var again = await SendAsync(ends: false);
        using var other = await SendAsync(ends: true);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        Assert.NotNull((await Visitor.PageAsync(other)).QuerySelector("[data-summary]"));
        Assert.False(await app.AskAsync(db => db.Refunds.Where(r => r.InvoiceId == invoice.Id).Select(r => r.EndsPlan).SingleAsync()));
    }

    private async Task<HttpResponseMessage> GiveBackAsync(Invoice invoice, string amount, bool ends)
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var path = $"/admin/refunds/{invoice.Id}";
        return await layla.SubmitAsync(path, path, ("Input.Amount", amount), ("Input.Reason", "They asked for it."), ("Input.EndsPlan", ends ? "true" : "false"));
    }
}
