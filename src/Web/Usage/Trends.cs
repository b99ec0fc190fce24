using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

internal static class Trends
{
    /// <summary>How a figure stands to the one of as many days before; nothing where there are none.</summary>
    public static string Trend(this IStringLocalizer<Text> text, Fmt fmt, long now, long? before) => before switch
    {
        null => "",
        0 when now == 0 => text["Usage.Trend.Same"],
        0 => text["Usage.Trend.New"],
        var then when now == then => text["Usage.Trend.Same"],
        var then when now > then => text["Usage.Trend.Up", Bidi.Isolate(fmt.Percent(decimal.Round((decimal)(now - then.Value) / then.Value, 2)))],
        var then => text["Usage.Trend.Down", Bidi.Isolate(fmt.Percent(decimal.Round((decimal)(then.Value - now) / then.Value, 2)))],
    };
}
