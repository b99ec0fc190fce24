namespace SaaSChat.Infrastructure.Accounts;

/// <summary>The guest that the request's cookie tells of, if any: what they have left goes with them when they sign up, through whichever door.</summary>
public sealed record CurrentGuest(Guid? VisitorId);
