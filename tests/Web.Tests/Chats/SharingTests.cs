using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Chats;

public sealed class SharingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Whoever_has_the_link_reads_the_branch_and_nothing_else()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-shares");

        var link = await sara.ShareAsync(talk);

        using var answer = await app.Visit().Client.GetAsync(link);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains("How does glass form?", html, StringComparison.Ordinal);
        Assert.Contains("From sand", html, StringComparison.Ordinal);
        Assert.DoesNotContain("asked before", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sara-shares", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{talk.Id}", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("message-cost", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex, nofollow\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_holds_no_link_that_works()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-sealed");
        var token = (await sara.ShareAsync(talk)).Split('/')[^1];

        var share = await app.AskAsync(db => db.Shares.AsNoTracking().SingleAsync(s => s.ConversationId == talk.Id));

        Assert.NotEqual(token, share.TokenHash);
        Assert.DoesNotContain(token, System.Text.Encoding.UTF8.GetString(share.SealedToken), StringComparison.Ordinal);
        Assert.True(token.Length >= 43);
    }

    [Fact]
    public async Task What_is_said_later_is_shown_only_once_the_person_says_so()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-renews");
        var link = await sara.ShareAsync(talk);
        await app.AskAsync(async db =>
        {
            var kept = await db.Conversations.SingleAsync(c => c.Id == talk.Id);
            db.Add(kept.Ask(Domain.Ids.NewId(), kept.LeafId, "And later?", Guid.NewGuid(), DateTime.UtcNow));
            return await db.SaveChangesAsync();
        });
        Assert.DoesNotContain("And later?", (await app.Visit().OpenAsync(link)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(link, await sara.ShareAsync(talk, ("Input.Named", "true"), ("Input.Title", "Glass\u202E!")));

        var page = await app.Visit().OpenAsync(link);
        Assert.Contains("And later?", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sara-renews", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Glass!", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_link_that_was_ended_is_not_there_from_that_moment()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-revokes");
        var link = await sara.ShareAsync(talk);
        var share = await app.AskAsync(db => db.Shares.Where(s => s.ConversationId == talk.Id).Select(s => s.Id).SingleAsync());

        using var ended = await sara.SubmitAsync($"/shares/{share}/revocation", $"/shares/{share}/revocation");

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        foreach (var path in new[] { link, link + "/report" }) Assert.Equal(HttpStatusCode.NotFound, await app.Visit().StatusAsync(path));
        Assert.NotEqual(link, await sara.ShareAsync(talk));
    }

    [Fact]
    public async Task A_conversation_that_was_deleted_takes_its_link_along_until_it_is_back()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-hides");
        var link = await sara.ShareAsync(talk);

        await app.AskAsync(db => db.Conversations.Where(c => c.Id == talk.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DeletedAt, DateTime.UtcNow)));
        Assert.Equal(HttpStatusCode.NotFound, await app.Visit().StatusAsync(link));
        await app.AskAsync(db => db.Conversations.Where(c => c.Id == talk.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.DeletedAt, (DateTime?)null)));
        Assert.Equal(HttpStatusCode.OK, await app.Visit().StatusAsync(link));

        await app.AskAsync(db => db.Conversations.Where(c => c.Id == talk.Id).ExecuteDeleteAsync());
        Assert.False(await app.AskAsync(db => db.Shares.AnyAsync(s => s.ConversationId == talk.Id)));
    }

    [Fact]
    public async Task Nobody_shares_or_ends_what_is_somebody_elses()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-owns");
        var link = await sara.ShareAsync(talk);
        var share = await app.AskAsync(db => db.Shares.Where(s => s.ConversationId == talk.Id).Select(s => s.Id).SingleAsync());
        var omar = await app.SignedInAsync("omar-tries");

        foreach (var path in new[] { $"/chat/{talk.Id}/share", $"/shares/{share}/revocation" })
        {
            using var tried = await omar.PressAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await omar.StatusAsync(path), tried.StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, await app.Visit().StatusAsync(link));
        Assert.Equal(HttpStatusCode.NotFound, await app.Visit().StatusAsync("/share/" + new string('A', 43)));
    }

    [Fact]
    public async Task A_stranger_signs_in_and_goes_on_with_it_in_an_account_of_their_own()
    {
        var (sara, talk) = await app.WithTalkAsync("sara-gives");
        var link = await sara.ShareAsync(talk);
        await app.AddUserAsync("omar-continues@example.com");
        var omar = app.Visit();

        using var asked = await omar.Client.GetAsync(link + "/continuation");
        Assert.Contains("/account/sign-in?returnUrl=" + Uri.EscapeDataString(link + "/continuation"), asked.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        await omar.SignInAsync("omar-continues@example.com", People.Password);
        var client = Guid.NewGuid();
        using var copied = await omar.SubmitAsync(link + "/continuation", link + "/continuation", ("clientId", $"{client}"));
        using var again = await omar.SubmitAsync(link + "/continuation", link + "/continuation", ("clientId", $"{client}"));

        var chat = copied.Headers.Location!.OriginalString;
        Assert.Equal(chat, again.Headers.Location!.OriginalString);
        var messages = await app.MessagesAsync(chat);
        Assert.Equal(["How does glass form?", "From sand"], messages.Select(m => m.Text));
        Assert.All(messages, m => Assert.Equal((0L, 0L, 0L), (m.Credits, m.InputTokens, m.OutputTokens)));
        Assert.Contains("From sand", (await omar.OpenAsync(chat)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, await app.AskAsync(db => db.Messages.CountAsync(m => m.ConversationId == talk.Id)));
    }
}
