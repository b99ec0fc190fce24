using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Billing.TopUps;

namespace SaaSChat.Infrastructure.Billing;

public static class BillingSetup
{
    public static void AddBilling(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<OfferedPackages>();
        services.AddScoped<PackageSeeding>();
        services.AddScoped<PackageKeeping>();
        services.AddScoped<PlanKeeping>();
        services.AddScoped<PromoCodes>();
        services.AddScoped<PromoKeeping>();
        services.AddScoped<OrderPlacing>();
        services.AddScoped<GatewayCustomers>();
        services.AddScoped<CheckoutOpening>();
        services.AddScoped<OrderBooks>();
        services.AddScoped<PaymentNews>();
        services.AddScoped<OrderSync>();
        services.AddScoped<PaymentInbox>();
        services.AddScoped<EventApplication>();
        services.AddScoped<Reconciliation>();
        services.AddScoped<CardSaving>();
        services.AddScoped<Refunding>();
        services.AddScoped<PlanGiving>();
        services.AddScoped<WebhookReplay>();
        services.AddScoped<TopUpBooks>();
        services.AddScoped<TopUpBeginning>();
        services.AddScoped<TopUpCharging>();
        services.AddScoped<AutoTopUps>();
        services.AddScoped<PlanSeeding>();
        services.AddSingleton<OfferedPlans>();
        services.AddScoped<PlanPlacing>();
        services.AddScoped<PlanOpening>();
        services.AddScoped<PlanChanging>();
        services.AddScoped<PlanNews>();
        services.AddScoped<InvoiceBooks>();
        services.AddScoped<PlanBooks>();
        services.AddScoped<PlanSync>();
        services.AddScoped<PlanReconciliation>();
        services.AddScoped<CustomerLeaving>();
        services.AddScoped<MoneySettlement>();
    }
}
