using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SaaSChat.Domain.Credits;
using Interval = SaaSChat.Domain.Credits.Interval;

namespace SaaSChat.Domain.Tests.Credits;

/// <summary>Times as tests write them, and random ones.</summary>
internal static class Times
{
    private static readonly DateTime Start = Utc("2020-01-01");

    // To the microsecond, around leap days and the ends of months as well as anywhere else.
    public static readonly Arbitrary<DateTime> Any =
        (from days in Gen.Choose(0, 365 * 20)
         from micros in Gen.Choose(0, int.MaxValue)
         select Start.AddDays(days).AddMicroseconds(micros * 40L)).ToArbitrary();

    public static readonly Arbitrary<Interval> AnyInterval =
        (from unit in Gen.Elements(Enum.GetValues<IntervalUnit>())
         from count in Gen.Choose(1, unit == IntervalUnit.Month ? 120 : 500)
         select new Interval(count, unit)).ToArbitrary();

    public static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
