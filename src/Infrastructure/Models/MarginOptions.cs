using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models;

/// <summary>Section "Margins": what is added to a provider's price where neither the model nor the plan says otherwise.</summary>
public sealed class MarginOptions
{
    public int DefaultPercent { get; set; } = 20;

    public Margin Default => Margin.OfMillionths(DefaultPercent * (int)(Margin.Whole / 100));
}
