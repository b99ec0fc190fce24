using SaaSChat.Domain.Billing;

namespace SaaSChat.Domain.Accounts;

/// <summary>Who pays. A person's account belongs to them; whoever acts is named beside it.</summary>
public sealed class Account
{
    private Account()
    {
    }

    public Guid Id { get; private set; }
    public AccountKind Kind { get; private set; }
    public Guid? OwnerId { get; private set; }
    public DateTime CreatedAt { get; private set; }

    /// <summary>What its prices are in; null until its owner has chosen: then it is what their language suggests.</summary>
    public Currency? Currency { get; private set; }

    public static Account OfPerson(Guid userId, DateTime at) => new() { Id = Ids.NewId(), Kind = AccountKind.Person, OwnerId = userId, CreatedAt = at };

    public static Account OfGuest(DateTime at) => new() { Id = Ids.NewId(), Kind = AccountKind.Guest, CreatedAt = at };

    public void PriceIn(Currency currency) => Currency = currency;
}

public enum AccountKind
{
    Person,
    Organisation,

    /// <summary>Somebody who has not signed up: only their cookie leads to it.</summary>
    Guest,
}
