namespace SaaSChat.Domain.Credits;

/// <summary>What became of an attempt to end something that ends once: a hold, a freeze, a claw.</summary>
public enum Resolution
{
    Done,

    /// <summary>The same was done before; nothing changed.</summary>
    AlreadyDone,

    /// <summary>It was ended before, but otherwise; nothing changed.</summary>
    Conflict,

    /// <summary>The sweep took the hold for abandoned and ended it; nothing changed, and whatever still runs on it has to stop.</summary>
    Swept,

    /// <summary>The sum would pass <see cref="CreditAccount.Most"/>; nothing changed.</summary>
    TooMuch,
}
