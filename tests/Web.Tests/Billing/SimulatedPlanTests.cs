using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Development's gateway, with the allowances that people really have.</summary>
public sealed class SimulatedPlanApp : TestApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Quota:CreditsPerUnit", "100");
    }
}

/// <summary>A developer walks a plan from its beginning to its end, with a button for each thing that time and cards do.</summary>
public sealed class SimulatedPlanTests(SimulatedPlanApp app) : IClassFixture<SimulatedPlanApp>
{
    [Fact]
    public async Task A_plan_is_paid_renewed_refused_paid_after_all_and_ended_by_buttons()
    {
        var sara = await app.SignedInAsync("sara");
        var account = await app.AskAsync(db => db.Accounts.Where(a => db.Users.Any(u => u.Id == a.OwnerId && u.Email == "sara@example.com")).Select(a => a.Id).SingleAsync());
        var page = await SubscribeAsync(sara);
        using (await sara.SubmitAsync(page, page, ("choice", "Pay"))) { }
        var living = await BecomesAsync(account, SubscriptionState.Active, grants: 1);

        await ActAsync(sara, living.GatewayId!, "Renew");
        await BecomesAsync(account, SubscriptionState.Active, grants: 2);
        await ActAsync(sara, living.GatewayId!, "Decline");
        await ActAsync(sara, living.GatewayId!, "Renew");
        var due = await BecomesAsync(account, SubscriptionState.PastDue, grants: 2);
        Assert.Equal(Subscriber.FreeCredits, await app.SpendableAsync(account));
        Assert.NotNull((await sara.OpenAsync("/billing/plan")).QuerySelector(".alert-danger a[href*='/dev/payments']"));

        await ActAsync(sara, due.LatestInvoiceId!, "PayInvoice");
        await BecomesAsync(account, SubscriptionState.Active, grants: 3);
        Assert.Equal(Subscriber.FreeCredits + (3 * Subscriber.BasicCredits), await app.SpendableAsync(account));

        using (await sara.SubmitAsync("/billing/plan/ending", "/billing/plan/ending")) { }
        await ActAsync(sara, living.GatewayId!, "Renew");
        await BecomesAsync(account, SubscriptionState.Ended, grants: 3);
        await app.AssertBooksAreWholeAsync();
    }

    private static async Task<string> SubscribeAsync(Visitor who)
    {
        var shelf = await who.OpenAsync("/plans");
        var form = shelf.Forms.Single(f => f.QuerySelector("input[name=plan][value=basic]") is not null);
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        using var content = new FormUrlEncodedContent(fields);
        using var sent = await who.Client.PostAsync("/plans", content);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.PathAndQuery;
    }

    private static async Task ActAsync(Visitor who, string id, string act)
    {
        using var done = await who.SubmitAsync("/dev/payments", "/dev/payments", ("id", id), ("act", act));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    // What the gateway says arrives by itself, a moment later.
    private async Task<Subscription> BecomesAsync(Guid account, SubscriptionState state, int grants)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var (now, given) = await app.AskAsync(async db => (
                await db.Subscriptions.AsNoTracking().SingleAsync(s => s.AccountId == account),
                await db.CreditGrants.CountAsync(g => g.AccountId == account && g.SourceKey.StartsWith("invoice:"))));
            if (now.State == state && given == grants) return now;
            await Task.Delay(20, tooLate.Token);
        }
    }
}
