using System.Globalization;

namespace SaaSChat.Domain.Models;

/// <summary>Hours of each day, in UTC; from 22:00 until 06:00 crosses midnight. Its first minute belongs to it, its last does not.</summary>
public sealed record DailyWindow(TimeOnly From, TimeOnly Until)
{
    private const string Written = "HH:mm";

    public bool Contains(DateTime at) => TimeOnly.FromDateTime(at).IsBetween(From, Until);

    public static DailyWindow Parse(string text)
    {
        var (from, until) = (text.Split('-')[0], text.Split('-')[1]);
        return new(TimeOnly.ParseExact(from, Written, CultureInfo.InvariantCulture), TimeOnly.ParseExact(until, Written, CultureInfo.InvariantCulture));
    }

    public override string ToString() =>
        $"{From.ToString(Written, CultureInfo.InvariantCulture)}-{Until.ToString(Written, CultureInfo.InvariantCulture)}";
}
