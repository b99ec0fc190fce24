namespace SaaSChat.Domain.Mail;

/// <summary>What a letter is about; its words are looked up by this name.</summary>
public enum MailKind
{
    ConfirmAddress,

    /// <summary>Somebody tried to sign up with the address of an account that exists.</summary>
    AddressTaken,

    ResetPassword,
    PasswordChanged,

    /// <summary>To the new address, which counts once its link is opened.</summary>
    ChangeAddress,

    /// <summary>To the owner of an account, whose address somebody wanted for another account.</summary>
    AddressWanted,

    /// <summary>To the address that an account has, while another one is waiting to be confirmed.</summary>
    AddressChangeAsked,

    /// <summary>To the old address, once the new one counts.</summary>
    AddressChanged,

    SecondFactorOn,
    SecondFactorOff,

    /// <summary>The operator switched it off for somebody who had lost it.</summary>
    SecondFactorReset,

    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,
    SignInLinked,
    SignInUnlinked,
    ApiKeyCreated,
    ApiKeyRevoked,
    AccountDeleted,

    /// <summary>A threshold of a limit was passed, by the share that the letter is labelled with.</summary>
    DayTokensPassed,
    MonthTokensPassed,
    DayCostPassed,
    MonthCostPassed,

    /// <summary>Less can be spent than they wished to be warned at.</summary>
    LowBalance,

    UsageExportReady,
    ChatExportReady,

    /// <summary>Credits came by the clock, as many as the letter is labelled with.</summary>
    Refilled,

    AccountSuspended,

    /// <summary>A payment came, of the sum that the letter is labelled with.</summary>
    PaymentReceipt,

    /// <summary>So much of one went back.</summary>
    PaymentRefunded,

    /// <summary>A saved card was charged, as was agreed.</summary>
    TopUpCharged,
    TopUpDeclined,

    /// <summary>The card wants to see its owner.</summary>
    TopUpNeedsYou,

    /// <summary>We no longer charge the card.</summary>
    TopUpOff,

    /// <summary>A plan's invoice was paid, of the sum that the letter is labelled with.</summary>
    PlanReceipt,

    /// <summary>Another plan holds, by the key that the letter is labelled with.</summary>
    PlanChanged,

    /// <summary>The card refused a plan's invoice.</summary>
    PlanPaymentFailed,
}
