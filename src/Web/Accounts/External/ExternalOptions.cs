using Microsoft.AspNetCore.Authentication.OAuth;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Accounts.External;

/// <summary>What the framework's handler wants to know of one provider. The addresses come from the provider itself, when they are needed.</summary>
internal sealed class ExternalOptions : OAuthOptions
{
    public ProviderClient Client { get; set; } = null!;

    // Checked when the program starts (SignInWays); the framework would demand addresses and a secret.
    public override void Validate()
    {
    }
}
