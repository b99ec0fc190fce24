namespace SaaSChat.Domain.Models;

/// <summary>What is added to a provider's cost, exact to a millionth of it.</summary>
public readonly record struct Margin
{
    public const long Whole = 1_000_000;

    /// <summary>A thousandfold.</summary>
    public const int Most = 1_000_000_000;

    public static readonly Margin Zero;
    public static readonly Margin Default = new(200_000);

    private Margin(int millionths) => Millionths = millionths;

    public int Millionths { get; }
    public decimal Fraction => (decimal)Millionths / Whole;

    public static Margin OfMillionths(int millionths) => From(millionths) ?? throw new ArgumentOutOfRangeException(nameof(millionths), millionths, "No margin.");

    /// <summary>Null when it is negative, beyond the most, or finer than a millionth.</summary>
    public static Margin? Of(decimal fraction) => Math.Abs(fraction) <= Most && decimal.Round(fraction, 6) == fraction ? From(fraction * Whole) : null;

    private static Margin? From(decimal millionths) => millionths is >= 0 and <= Most ? new Margin((int)millionths) : null;
}
