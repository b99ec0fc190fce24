namespace SaaSChat.Domain.Settings;

/// <summary>What an admin can switch off, or give to some people first. Its name is that of the setting Features:NAME.</summary>
public enum Feature
{
    Import,

    /// <summary>New orders of credits and plans. What was bought before goes on.</summary>
    Purchases,

    Search,

    /// <summary>New links to conversations. Those that were made before are served until they are revoked.</summary>
    Sharing,

    /// <summary>Credits that are bought by themselves.</summary>
    TopUp,
}
