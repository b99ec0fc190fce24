using System.ClientModel.Primitives;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models.OpenAi;

/// <summary>Azure's older addresses: the deployment stands in the path, and a version behind it. The newer ones are like everybody's.</summary>
internal sealed class AzureAddress(string apiVersion) : PipelinePolicy
{
    public static bool IsClassic(ProviderOptions options) => options.ApiVersion is { Length: > 0 };

    public static Uri Of(Uri baseUrl, string deployment) => new($"{baseUrl.ToString().TrimEnd('/')}/openai/deployments/{Uri.EscapeDataString(deployment)}");

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        AddVersion(message);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        AddVersion(message);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private void AddVersion(PipelineMessage message) =>
        message.Request.Uri = new UriBuilder(message.Request.Uri!) { Query = $"api-version={Uri.EscapeDataString(apiVersion)}" }.Uri;
}
