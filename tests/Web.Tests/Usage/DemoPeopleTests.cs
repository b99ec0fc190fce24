using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Demo;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

public sealed class DemoPeopleTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly List<int> _told = [];

    [Fact]
    public async Task Made_up_people_have_a_past_that_the_books_agree_with_and_come_once()
    {
        var calls = await AddAsync(people: 3, days: 20);

        Assert.Equal([1, 2, 3], _told);
        Assert.InRange(calls!.Value, 20, 400);
        Assert.Equal(calls, await app.AskAsync(db => db.UsageRecords.CountAsync()));
        Assert.Equal(3, await app.AskAsync(db => db.Users.CountAsync(u => u.Email!.EndsWith("@demo.invalid") && u.PasswordHash == null)));
        Assert.All(await MonthsAsync(), month => Assert.Equal(month.Called, month.Counted));
        await app.AssertUsageAgreesAsync();
        await app.AssertBooksAreWholeAsync();
        Assert.Null(await AddAsync(people: 1, days: 1));
    }

    // What the calls of the month that runs add up to, and what counts towards its limit.
    private Task<List<(long Called, long Counted)>> MonthsAsync() => app.AskAsync(async db =>
    {
        var (months, calls) = (await db.LimitPeriods.AsNoTracking().Where(p => p.Span == LimitSpan.Month).ToListAsync(), await db.UsageRecords.AsNoTracking().ToListAsync());
        Assert.Equal(3, months.Count);
        return months.ConvertAll(m => (calls.Where(c => c.UserId == m.UserId && c.At >= m.StartsAt).Sum(c => c.Tokens), m.Tokens));
    });

    private Task<int?> AddAsync(int people, int days) => app.InScopeAsync(services => services.GetRequiredService<DemoPeople>().AddAsync(people, days, _told.Add, default));
}
