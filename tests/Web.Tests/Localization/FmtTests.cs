using SaaSChat.Domain.Billing;

namespace SaaSChat.Web.Tests.Localization;

public sealed class FmtTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "1,234,567")]
    [InlineData("ar", "1,234,567")]
    public void Numbers_are_grouped_alike_in_both_languages(string language, string read) => Assert.Equal(read, app.Reads(language, fmt => fmt.Number(1_234_567)));

    [Theory]
    [InlineData("USD", 1250, "$12.50", "12.50 دولار")]
    [InlineData("JPY", 1250, "JP¥1,250", "1,250 ين")]
    [InlineData("KWD", 1250, "KWD 1.250", "1.250 د.ك")]
    [InlineData("SAR", -3799, "-SAR 37.99", "-37.99 ر.س")]
    [InlineData("USD", -5, "-$0.05", "-0.05 دولار")]
    public void Money_has_the_decimals_of_its_currency(string currency, long minor, string english, string arabic)
    {
        var money = new Money(minor, Currency.Find(currency)!);

        Assert.Equal((english, arabic), (app.Reads("en", fmt => fmt.Money(money)), app.Reads("ar", fmt => fmt.Money(money))));
    }

    [Theory]
    [InlineData(0, "$0.00")]
    [InlineData(12_345_000_000_000, "$12.35")]
    [InlineData(10_000_000_000, "$0.01")]
    [InlineData(3_400_000_000, "$0.0034")]
    [InlineData(362_500, "$0.00000036")]
    [InlineData(1, "$0.000000000001")]
    [InlineData(-3_400_000_000, "-$0.0034")]
    public void A_cost_below_a_cent_shows_its_first_two_digits(long picodollars, string read) => Assert.Equal(read, app.Reads("en", fmt => fmt.Usd(picodollars)));

    [Theory]
    [InlineData("2026-03-29T00:59:00Z", "29 Mar 2026, 01:59")]
    [InlineData("2026-03-29T01:00:00Z", "29 Mar 2026, 03:00")]
    [InlineData("2026-10-25T00:30:00Z", "25 Oct 2026, 02:30")]
    [InlineData("2026-10-25T01:30:00Z", "25 Oct 2026, 02:30")]
    [InlineData("2026-12-31T23:30:00Z", "1 Jan 2027, 00:30")]
    public void Times_are_those_of_the_reader_s_zone_around_the_change_of_clocks(string utc, string read)
    {
        var time = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        Assert.Equal(read, app.Reads("en", fmt => fmt.DateTime(time), "tz=Europe/Berlin"));
    }

    [Theory]
    [InlineData("tz=Asia/Riyadh", "21 نوفمبر 2026، 15:00")]
    [InlineData("tz=No/Where", "21 نوفمبر 2026، 12:00")]
    [InlineData("tz=Asia/Riyadh; digits=arab", "٢١ نوفمبر ٢٠٢٦، ١٥:٠٠")]
    public void Arabic_dates_are_Gregorian(string cookies, string read) => Assert.Equal(read, app.Reads("ar", fmt => fmt.DateTime(Reader.Noon), cookies));

    [Fact]
    public void Arabic_digits_are_shown_to_who_asked_for_them_and_reads_Arabic()
    {
        Assert.Equal("١٬٢٣٤٫٥٠", app.Reads("ar", fmt => fmt.Number(1234.5m, 2), "digits=arab"));
        Assert.Equal("1,234.50", app.Reads("ar", fmt => fmt.Number(1234.5m, 2)));
        Assert.Equal("1,234.50", app.Reads("en", fmt => fmt.Number(1234.5m, 2), "digits=arab"));
        Assert.Equal("١٢٪", app.Reads("ar", fmt => fmt.Percent(0.12m), "digits=arab"));
    }

    [Theory]
    [InlineData(-30, "just now", "الآن")]
    [InlineData(-60, "1 minute ago", "قبل دقيقة")]
    [InlineData(-120, "2 minutes ago", "قبل دقيقتين")]
    [InlineData(-3 * 3600, "3 hours ago", "قبل 3 ساعات")]
    [InlineData(11 * 3600, "in 11 hours", "بعد 11 ساعة")]
    [InlineData(-24 * 3600, "20 Nov 2026", "20 نوفمبر 2026")]
    public void A_near_time_is_told_from_now(int seconds, string english, string arabic)
    {
        var time = Reader.Noon.AddSeconds(seconds);

        Assert.Equal((english, arabic), (app.Reads("en", fmt => fmt.Relative(time)), app.Reads("ar", fmt => fmt.Relative(time))));
    }

    [Theory]
    [InlineData(82_944, "23h 2m 24s")]
    [InlineData(59.5, "1m 0s")]
    [InlineData(0.2, "1s")]
    [InlineData(-5, "0s")]
    [InlineData(180_000, "50h 0m 0s")]
    public void A_wait_is_told_to_the_second_and_never_too_short(double seconds, string read) =>
        Assert.Equal(read, app.Reads("en", fmt => fmt.Duration(TimeSpan.FromSeconds(seconds))));

    [Theory]
    [InlineData("")]
    [InlineData("digits=arab")]
    public void Nothing_carries_unseen_marks_of_direction(string cookies)
    {
        var read = app.Reads("ar", fmt => string.Join(' ', fmt.Number(-5), fmt.Number(-1.5m, 1), fmt.Percent(-0.5m), fmt.Usd(-1), fmt.Date(Reader.Noon),
            fmt.DateTime(Reader.Noon), fmt.Relative(Reader.Noon.AddHours(-5)), fmt.Duration(TimeSpan.FromHours(30)), fmt.Money(new Money(-1, Currency.Sar))), cookies);

        Assert.DoesNotContain(read, c => c is '\u200e' or '\u200f' or '\u061c');
    }
}
