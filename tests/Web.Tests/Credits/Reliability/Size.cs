using System.Globalization;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>How much of each proof is run: a small share as a rule, all of it when the environment says SAASCHAT_TEST_SIZE=full.</summary>
internal static class Size
{
    public static readonly bool IsFull = Environment.GetEnvironmentVariable("SAASCHAT_TEST_SIZE") == "full";

    public static int Of(int small, int full) => IsFull ? full : small;

    /// <summary>SAASCHAT_TEST_SEED repeats a run; else each has a seed of its own, which the test prints.</summary>
    public static int Seed() => int.TryParse(Environment.GetEnvironmentVariable("SAASCHAT_TEST_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
}
