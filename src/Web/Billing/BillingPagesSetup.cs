using SaaSChat.Infrastructure.Billing.TopUps;

namespace SaaSChat.Web.Billing;

internal static class BillingPagesSetup
{
    public static void AddBillingPages(this IServiceCollection services)
    {
        services.AddSingleton<PlanNames>();
        services.AddScoped<Shelf>();
        services.AddScoped<Purchase>();
        services.AddScoped<MyPayments>();
        services.AddScoped<PaymentStories>();
        services.AddScoped<OrderWords>();
        services.AddScoped<WordOrder>(provider => provider.GetRequiredService<OrderWords>().Of);
        services.AddScoped<TopUpOffer>();
        services.AddScoped<PlanShelf>();
        services.AddScoped<Subscribing>();
        services.AddScoped<MyPlan>();
        services.AddScoped<PlanMove>();
        services.AddScoped<MyBilling>();
    }
}
