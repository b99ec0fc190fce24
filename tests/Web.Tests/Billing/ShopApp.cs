using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>The program, with a Stripe of its own that tells it at once what happens there.</summary>
public class ShopApp : TestApp, IAsyncLifetime
{
    // At full size thousands are acted on.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(Size.Of(1, 60));

    public StripeServer Stripe { get; } = StripeServer.StartAsync().GetAwaiter().GetResult();

    public Task InitializeAsync()
    {
        this.Started();
        Stripe.Webhooks.SendTo(CreateClient());
        return Task.CompletedTask;
    }

    /// <summary>Until all that was told is acted on, or waits for another attempt.</summary>
    public async Task SettleAsync()
    {
        await Stripe.Webhooks.SettleAsync();
        using var tooLate = new CancellationTokenSource(Patience);
        while (await this.AskAsync(db => db.PaymentEvents.AnyAsync(e => e.State == PaymentEventState.Waiting && e.Error == null))) await Task.Delay(10, tooLate.Token);
    }

    /// <summary>As if the wait of what failed were over, and the sweep came by until nothing is left. A job of the site's may be faster with one.</summary>
    public async Task TryAgainAsync()
    {
        using var tooLate = new CancellationTokenSource(Patience);
        while (await DueAsync() is { Count: > 0 } waiting)
        {
            foreach (var id in waiting) await ApplyAsync(id);
            await Task.Delay(10, tooLate.Token);
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Stripe.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (key, value) in Stripe.Settings()) builder.UseSetting(key, value);
    }

    private Task<List<string>> DueAsync() => this.AskAsync(async db =>
    {
        await db.PaymentEvents.Where(e => e.State == PaymentEventState.Waiting).ExecuteUpdateAsync(e => e.SetProperty(x => x.NextAttemptAt, DateTime.UnixEpoch));
        return await db.PaymentEvents.Where(e => e.State == PaymentEventState.Waiting).OrderBy(e => e.At).Select(e => e.Id).ToListAsync();
    });

    private Task<bool> ApplyAsync(string eventId) => this.InScopeAsync(async services =>
    {
        await services.GetRequiredService<EventApplication>().ApplyAsync(eventId, default);
        return true;
    });
}
