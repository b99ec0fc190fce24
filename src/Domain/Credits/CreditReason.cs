namespace SaaSChat.Domain.Credits;

/// <summary>Why a balance moved.</summary>
public enum CreditReason
{
    Grant,
    Settle,
    Expiry,
    Freeze,
    Thaw,
    Claw,

    /// <summary>What was taken back is given again.</summary>
    Unclaw,

    /// <summary>Free credits paid off debt: the balance stays, both shrink.</summary>
    Repayment,

    /// <summary>An admin took credits.</summary>
    Correction,
}
