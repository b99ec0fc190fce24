namespace SaaSChat.Infrastructure.Api;

/// <summary>Section "Api".</summary>
public sealed class ApiOptions
{
    /// <summary>How many keys a person may have at once; those that are revoked or expired do not count.</summary>
    public int KeysPerPerson { get; set; } = 10;
}
