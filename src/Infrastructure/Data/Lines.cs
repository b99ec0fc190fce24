using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaaSChat.Infrastructure.Data;

/// <summary>A few short texts in one column, a line each. None of them may have a line end in it.</summary>
public static class Lines
{
    private const int Length = 1_000;

    private static readonly ValueComparer<IReadOnlyList<string>> Same = new((a, b) => a!.SequenceEqual(b!), lines => Written(lines).GetHashCode(StringComparison.Ordinal));

    public static void IsLines(this PropertyBuilder<IReadOnlyList<string>> property) =>
        property.HasMaxLength(Length).HasConversion(lines => Written(lines), text => Read(text), Same);

    private static string Written(IReadOnlyList<string> lines) => string.Join('\n', lines);

    private static string[] Read(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
