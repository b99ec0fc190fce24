using System.Globalization;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>A column for each stretch of time, so that a call adds to one row, and a page sums few.</summary>
internal static class CallDayColumns
{
    public static IEnumerable<string> AllTook => Enumerable.Range(0, Latency.Places).Select(Took);

    public static IEnumerable<string> AllFirst => Enumerable.Range(0, Latency.Places).Select(First);

    public static string Took(int place) => string.Create(CultureInfo.InvariantCulture, $"Took{place}");

    public static string First(int place) => string.Create(CultureInfo.InvariantCulture, $"First{place}");
}
