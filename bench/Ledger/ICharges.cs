namespace SaaSChat.Bench.Ledger;

/// <summary>One way to charge an account, ours or the control's.</summary>
internal interface ICharges
{
    /// <summary>Charges seven credits; the answer is how many transactions that took.</summary>
    Task<int> ChargeAsync(Guid account);
}
