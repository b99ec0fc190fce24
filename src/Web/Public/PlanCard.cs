using SaaSChat.Domain.Billing;

namespace SaaSChat.Web.Public;

/// <summary>A plan as a visitor sees it; without a price where it costs nothing.</summary>
public sealed record PlanCard(PlanOffer Plan, PlanPrice? Price, BillingInterval Interval);
