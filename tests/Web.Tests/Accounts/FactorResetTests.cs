using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class FactorResetTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    [Fact]
    public async Task A_lost_factor_is_switched_off_with_an_entry_in_the_log_and_a_letter()
    {
        var (sara, _, _) = await app.WithFactorAsync("sara");

        Assert.True(await ResetAsync("SARA@example.com"));

        Assert.False(await sara.IsInsideAsync());
        var again = app.Visit();
        await again.SignInAsync("sara@example.com", People.Password);
        Assert.True(await again.IsInsideAsync());
        Assert.True(await app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.To == "sara@example.com" && m.Kind == MailKind.SecondFactorReset)));
        Assert.True(await app.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AuditAction.FactorReset)));
    }

    [Theory]
    [InlineData("nobody@example.com")]
    [InlineData("admin@saaschat.local")]
    public async Task Where_there_is_nothing_to_reset_nothing_is_written(string email)
    {
        var before = await app.AskAsync(db => db.AuditEntries.CountAsync());

        Assert.False(await ResetAsync(email));

        Assert.Equal(before, await app.AskAsync(db => db.AuditEntries.CountAsync()));
    }

    private Task<bool> ResetAsync(string email) => app.InScopeAsync(services =>
        services.GetRequiredService<FactorReset>().ResetAsync(email, AuditActor.Operator, null, CancellationToken.None));
}
