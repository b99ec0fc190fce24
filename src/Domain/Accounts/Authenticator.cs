namespace SaaSChat.Domain.Accounts;

/// <summary>The app that makes a person's codes; it is there while their second factor is on. The secret is sealed: who reads the database makes no codes.</summary>
public sealed class Authenticator(Guid userId, byte[] sealedSecret, long lastStep, DateTime addedAt)
{
    public Guid UserId { get; private set; } = userId;
    public byte[] SealedSecret { get; private set; } = sealedSecret;

    /// <summary>The step of the last code that was taken: it and all before it are used up.</summary>
    public long LastStep { get; private set; } = lastStep;

    public DateTime AddedAt { get; private set; } = addedAt;
}
