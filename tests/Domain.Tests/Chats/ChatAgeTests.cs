using System.Globalization;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Domain.Tests.Chats;

public sealed class ChatAgeTests
{
    [Theory]
    [InlineData("2026-11-26", ChatAgeKind.Today)]
    [InlineData("2026-11-25", ChatAgeKind.Today)]
    [InlineData("2026-11-24", ChatAgeKind.Yesterday)]
    [InlineData("2026-11-23", ChatAgeKind.Week)]
    [InlineData("2026-11-18", ChatAgeKind.Week)]
    [InlineData("2026-11-17", ChatAgeKind.Thirty)]
    [InlineData("2026-10-26", ChatAgeKind.Thirty)]
    public void The_last_days_have_headings_of_their_own(string used, ChatAgeKind kind) => Assert.Equal(new ChatAge(kind), Of(used));

    [Theory]
    [InlineData("2026-10-25", "2026-10-01")]
    [InlineData("2025-11-25", "2025-11-01")]
    public void What_is_older_stands_under_its_month(string used, string month) => Assert.Equal(new ChatAge(ChatAgeKind.Month, Day(month)), Of(used));

    private static ChatAge Of(string used) => ChatAge.Of(Day(used), Day("2026-11-25"));

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}
