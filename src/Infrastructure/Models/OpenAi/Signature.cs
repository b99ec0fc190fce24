using System.ClientModel;
using System.ClientModel.Primitives;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.OpenAi;

/// <summary>How a request shows its key: as a bearer's, in Azure's own header, or not at all.</summary>
internal sealed class Signature : AuthenticationPolicy
{
    private static readonly string[] AzureHosts = [".azure.com", ".azure.us", ".azure.cn"];

    private Signature()
    {
    }

    public static AuthenticationPolicy Of(string provider, ProviderAccess access)
    {
        if (access.ApiKey is not { } key) return new Signature();
        return provider.Equals("Azure", StringComparison.OrdinalIgnoreCase) || AzureHosts.Any(h => access.BaseUrl!.Host.EndsWith(h, StringComparison.OrdinalIgnoreCase))
            ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), "api-key")
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(new ApiKeyCredential(key));
    }

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNextAsync(message, pipeline, currentIndex);
}
