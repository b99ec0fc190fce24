using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Which models may answer in another's place. Each is a call, a hold and a price of its own: whoever asks goes on to the next before the first word only.</summary>
public sealed class ModelFallbacks(ProvidersOptions options, OfferedModels offered, ModelAnswers answers)
{
    /// <summary>What admins have said, else the configuration.</summary>
    public IReadOnlyList<string> KeysOf(ChatModel model) => model.Fallbacks.Count > 0 ? model.Fallbacks : options.Fallbacks.GetValueOrDefault(model.Key) ?? [];

    /// <summary>The model itself, then those that are named for it and can be asked now.</summary>
    public IReadOnlyList<ChatModel> ChainOf(ChatModel model)
    {
        var now = offered.Now;
        return [model, .. KeysOf(model).Distinct(StringComparer.Ordinal).Select(key => now.FirstOrDefault(m => m.Key == key)).OfType<ChatModel>().Where(answers.IsConnected)];
    }
}
