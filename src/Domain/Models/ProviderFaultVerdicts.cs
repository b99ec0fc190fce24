namespace SaaSChat.Domain.Models;

/// <summary>What may be done about a failure, as long as nothing has been said yet.</summary>
public static class ProviderFaultVerdicts
{
    /// <summary>Whether another model may be asked. A request that is wrong is wrong for all.</summary>
    public static bool MayFallBack(this ProviderFault fault) => fault != ProviderFault.Refused;

    /// <summary>Whether another key of the same provider may be tried. One that is silent is silent to all, and credits are set aside while it is waited for.</summary>
    public static bool AnotherKeyMayHelp(this ProviderFault fault) => fault is not (ProviderFault.Refused or ProviderFault.NotConnected or ProviderFault.TimedOut);
}
