using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>What whoever asks may ask, and with how much. For showing only: what is charged is read where it is charged.</summary>
public sealed record AskerTerms(PlanOffer Plan, long Spendable);
