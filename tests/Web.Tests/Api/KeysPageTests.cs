using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Api;
using SaaSChat.Domain.Mail;

namespace SaaSChat.Web.Tests.Api;

public sealed class KeysPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "No keys yet")]
    [InlineData("ar", "لا مفاتيح بعد")]
    public async Task Without_keys_the_page_shows_the_way_to_the_first(string language, string words)
    {
        var sara = await app.SignedInAsync($"sara-empty-{language}");
        sara.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        sara.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await sara.OpenAsync("/account/keys");

        Assert.Equal(words, page.QuerySelector(".empty h2")!.TextContent);
        Assert.Equal("/account/keys/new", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_new_key_is_shown_once_opens_what_was_chosen_and_is_told_of_in_a_letter()
    {
        var sara = await app.SignedInAsync("sara-makes");

        using var made = await MakeAsync(sara, "  Nightly \u202Ereport ", "365", ApiScope.ReadUser);

        var secret = (await Visitor.PageAsync(made)).GetElementById("new-key")!.TextContent;
        var list = await sara.OpenAsync("/account/keys");
        var key = await app.AskAsync(db => db.ApiKeys.AsNoTracking().SingleAsync(k => k.Label == "Nightly report"));
        Assert.Matches("^sc_live_[A-Za-z0-9_-]{43}$", secret);
        Assert.True(made.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(secret, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains($"sc_live_{key.Hint}…", list.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromDays(365), ApiKey.HashOf(secret)), (key.ExpiresAt - key.CreatedAt, key.Hash));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret, "/api/user"));
        Assert.Equal(1, await LettersAsync("sara-makes", MailKind.ApiKeyCreated));
    }

    [Theory]
    [InlineData("Input.Label", "")]
    [InlineData("Input.Label", "\u202E\u2067")]
    [InlineData("Input.Days", "-5")]
    [InlineData("Input.Days", "99999999999999999999")]
    [InlineData("Input.Scopes", "admin")]
    public async Task What_makes_no_sense_is_told_at_its_field_and_makes_no_key(string field, string value)
    {
        var omar = await app.SignedInAsync($"omar-{Guid.NewGuid():N}");

        using var refused = await RefusedAsync(omar, field, value);

        Assert.Contains((await Visitor.PageAsync(refused)).QuerySelectorAll(".field .error"), e => e.TextContent.Length > 0);
    }

    [Fact]
    public async Task A_label_of_ten_thousand_letters_is_too_long()
    {
        var omar = await app.SignedInAsync("omar-long");

        using var refused = await RefusedAsync(omar, "Input.Label", new string('x', 10_000));

        Assert.Contains("at most 60 characters", (await Visitor.PageAsync(refused)).QuerySelector(".field .error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_a_scope_is_refused()
    {
        var omar = await app.SignedInAsync("omar-without");

        using var refused = await omar.SubmitAsync("/account/keys/new", "/account/keys/new", ("Input.Label", "x"), ("Input.Days", "30"));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("fieldset .error"));
    }

    [Fact]
    public async Task Whoever_has_as_many_as_they_may_is_told_so()
    {
        await using var node = app.Node(("Api:KeysPerPerson", "1"));
        var sara = await node.SignedInAsync("sara-many");
        using var first = await MakeAsync(sara, "first", "0", ApiScope.ReadUser);

        using var second = await MakeAsync(sara, "second", "0", ApiScope.ReadUser);

        Assert.Contains("You have 1 key already", (await Visitor.PageAsync(second)).QuerySelector("[data-summary]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_more_and_its_owner_is_told()
    {
        var sara = await app.SignedInAsync("sara-revokes");
        using var made = await MakeAsync(sara, "old", "30", ApiScope.ReadUser);
        var secret = (await Visitor.PageAsync(made)).GetElementById("new-key")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret, "/api/user"));
        var path = (await sara.OpenAsync("/account/keys")).QuerySelector("a[href$='/revocation']")!.GetAttribute("href")!;

        using var revoked = await sara.SubmitAsync(path, path);

        Assert.Equal("/account/keys", revoked.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(secret, "/api/user"));
        Assert.Equal("Revoked", (await sara.OpenAsync("/account/keys")).QuerySelector(".card .badge")!.TextContent);
        Assert.Equal(1, await LettersAsync("sara-revokes", MailKind.ApiKeyRevoked));
    }

    [Fact]
    public async Task Somebody_elses_key_is_not_there()
    {
        var issued = await app.AddKeyAsync("layla-owns");
        var omar = await app.SignedInAsync("omar-looks");
        var path = $"/account/keys/{issued.Key.Id}/revocation";

        using var form = await omar.SubmitAsync("/account/keys/new", "/account/keys/new", ("Input.Label", ""));
        var token = (await Visitor.PageAsync(form)).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!;
        omar.Client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", token);
        using var posted = await omar.Client.PostAsync(path, null);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (await omar.StatusAsync(path), posted.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(issued.Secret, "/api/user"));
    }

    [Fact]
    public async Task Whoever_proved_themselves_longAgo_is_asked_again_before_they_make_a_key()
    {
        var sara = await app.SignedInAsync("sara-long-ago");
        var longAgo = DateTime.UtcNow - Session.ProofLasts - TimeSpan.FromSeconds(1);
        await app.AskAsync(db => db.Sessions.Where(s => db.Users.Any(u => u.Id == s.UserId && u.Email == "sara-long-ago@example.com"))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvenAt, longAgo)));

        using var asked = await sara.Client.GetAsync("/account/keys/new");

        Assert.Contains("/account/confirm-it", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> MakeAsync(Visitor visitor, string label, string days, string scope) =>
        visitor.SubmitAsync("/account/keys/new", "/account/keys/new", ("Input.Label", label), ("Input.Days", days), ("Input.Scopes", scope));

    private async Task<HttpResponseMessage> RefusedAsync(Visitor visitor, string field, string value)
    {
        var before = await app.AskAsync(db => db.ApiKeys.CountAsync());
        (string, string)[] good = [("Input.Label", "x"), ("Input.Days", "30"), ("Input.Scopes", ApiScope.ReadUser)];
        var response = await visitor.SubmitAsync("/account/keys/new", "/account/keys/new", [.. good.Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(before, await app.AskAsync(db => db.ApiKeys.CountAsync()));
        return response;
    }

    private Task<int> LettersAsync(string name, MailKind kind) => app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == $"{name}@example.com" && m.Kind == kind));

    private async Task<HttpStatusCode> StatusAsync(string secret, string path)
    {
        using var response = await app.Caller(secret).GetAsync(path);
        return response.StatusCode;
    }
}
