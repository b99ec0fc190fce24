using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models;

/// <summary>The models that people may choose from now, in the order in which they are shown.</summary>
public sealed class OfferedModels(TimeProvider clock)
{
    private readonly IReadOnlyList<ChatModel> _models = [.. ModelCatalogue.All.Select(ChatModel.Of)];

    public IReadOnlyList<ChatModel> Now
    {
        get
        {
            var now = clock.UtcNow();
            return [.. _models.Where(m => m.IsOfferedAt(now)).OrderBy(m => m.Order)];
        }
    }
}
