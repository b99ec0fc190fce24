using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Accounts;

public sealed class InvitationsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Of_many_who_take_the_last_uses_at_once_exactly_as_many_are_let_in()
    {
        var (invitation, code) = await CreateAsync(uses: 3);
        var guests = new List<Guid>();
        for (var i = 0; i < 12; i++) guests.Add(await app.AddUserAsync($"guest{i}@example.com"));

        var letIn = await Task.WhenAll(guests.Select(guest => UseAsync(code, guest)));

        Assert.Equal(3, letIn.Count(used => used));
        Assert.Equal((0, 3), await LeftAndUsedAsync(invitation.Id));
    }

    [Fact]
    public async Task What_is_rolled_back_has_used_nothing()
    {
        var (invitation, code) = await CreateAsync(uses: 1);
        var sara = await app.AddUserAsync("sara.rolled.back@example.com");

        await app.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            Assert.True(await s.GetRequiredService<Invitations>().TryUseAsync(code, sara, CancellationToken.None));
            return 0;
        });

        Assert.Equal((1, 0), await LeftAndUsedAsync(invitation.Id));
    }

    [Fact]
    public async Task A_revoked_an_expired_and_an_unknown_code_let_nobody_in()
    {
        var omar = await app.AddUserAsync("omar.uninvited@example.com");
        var (revoked, first) = await CreateAsync(uses: 1);
        Assert.True(await RevokeAsync(revoked.Id));
        var (expired, second) = await CreateAsync(uses: 1);
        await app.AskAsync(db => db.Invitations.Where(i => i.Id == expired.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, DateTime.UtcNow)));

        foreach (var code in new[] { first, second, "AAAA-AAAA-AAAA-AAAA", "", "🙂" }) Assert.False(await UseAsync(code, omar), code);
    }

    [Fact]
    public async Task The_log_knows_who_made_and_revoked_it_and_never_the_code()
    {
        var (invitation, code) = await CreateAsync(uses: 5);
        Assert.True(await RevokeAsync(invitation.Id));
        Assert.False(await RevokeAsync(invitation.Id));

        var entries = await app.AskAsync(db => db.AuditEntries.Where(e => e.SubjectId == invitation.Id.ToString()).OrderBy(e => e.Seq).ToListAsync());

        Assert.Equal([AuditAction.InvitationCreated, AuditAction.InvitationRevoked], entries.Select(e => e.Action));
        Assert.StartsWith("5 until ", entries[0].After, StringComparison.Ordinal);
        Assert.DoesNotContain(entries, e => $"{e.Before}{e.After}".Contains(code, StringComparison.Ordinal));
    }

    private Task<(Invitation Invitation, string Code)> CreateAsync(int uses) =>
        app.InScopeAsync(s => s.GetRequiredService<Invitations>().CreateAsync(uses, TimeSpan.FromDays(1), AuditActor.Operator, CancellationToken.None));

    private Task<bool> RevokeAsync(Guid id) =>
        app.InScopeAsync(s => s.GetRequiredService<Invitations>().RevokeAsync(id, AuditActor.Operator, CancellationToken.None));

    private Task<bool> UseAsync(string code, Guid userId) => app.InScopeAsync(s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return db.WriteAsync(async () =>
        {
            var used = await s.GetRequiredService<Invitations>().TryUseAsync(code, userId, CancellationToken.None);
            await db.SaveChangesAsync();
            return used;
        }, CancellationToken.None);
    });

    private Task<(int Left, int Used)> LeftAndUsedAsync(Guid id) => app.AskAsync(async db =>
        (await db.Invitations.Where(i => i.Id == id).Select(i => i.UsesLeft).SingleAsync(), await db.InvitationUses.CountAsync(u => u.InvitationId == id)));
}
