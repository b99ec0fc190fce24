namespace SaaSChat.Domain.Billing;

/// <summary>Money that an admin gives back: written down before the gateway is asked, and asked for by one key until it answers.</summary>
public sealed class Refund
{
    private Refund()
    {
    }

    /// <summary>Made with the form: pressing twice is one refund.</summary>
    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>What goes back is of an order's payment or of a plan's invoice, never of both.</summary>
    public Guid? PaymentId { get; private set; }

    public Guid? InvoiceId { get; private set; }

    /// <summary>The plan that the invoice was for is over with it.</summary>
    public bool EndsPlan { get; private set; }

    public Guid ActorId { get; private set; }
    public long AmountMinor { get; private set; }
    public RefundState State { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public string Key => $"refund:{Id:N}";
    public Guid PaidId => PaymentId ?? InvoiceId!.Value;

    public static Refund Ask(RefundWish wish, PaidSum paid, Guid actorId, DateTime at) => new()
    {
        Id = wish.Id, AccountId = paid.AccountId, PaymentId = paid.OrderId is null ? null : paid.Id, InvoiceId = paid.OrderId is null ? paid.Id : null,
        EndsPlan = wish.EndsPlan && paid.SubscriptionId is not null, ActorId = actorId, AmountMinor = wish.Minor, AskedAt = at,
    };

    /// <summary>An order's payment has no plan to end, whatever was wished.</summary>
    public bool IsAs(RefundWish wish) => PaidId == wish.PaidId && AmountMinor == wish.Minor && EndsPlan == (wish.EndsPlan && InvoiceId is not null);
}

/// <param name="Id">Made with the form.</param>
/// <param name="PaidId">Of a payment, or of a plan's invoice.</param>
/// <param name="Minor">How much of it.</param>
public sealed record RefundWish(Guid Id, Guid PaidId, long Minor)
{
    public bool EndsPlan { get; init; }
}

public enum RefundState
{
    /// <summary>Whether it was done is not known yet.</summary>
    Asked,
    Done,

    /// <summary>The gateway will not do it.</summary>
    Refused,
}
