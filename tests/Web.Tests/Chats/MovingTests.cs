using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Tests.Chats;

public sealed class MovingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_exported_and_imported_is_exported_the_same_again()
    {
        var (sara, id) = await app.NewcomerAsync("sara-moves");
        var talk = await app.AddWholeTalkAsync(
            id, "Glass\u0301 «زجاج»", (null, ChatRole.User, "first"), (0, ChatRole.Assistant, "one"), (0, ChatRole.Assistant, "other answer"), (null, ChatRole.User, "put differently"), (3, ChatRole.Assistant, "مرحبا \ud83d\ude00\n```cs\nvar a = 1;\n```"));
        using var tagged = await sara.SubmitAsync("/chat/all", "/chat/selection", ("Ids", $"{talk.Id}"), ("Act", "tag"), ("Tag", "Work"));
        var (omar, other) = await app.NewcomerAsync("omar-receives");
        var before = await sara.Client.GetStringAsync($"/chat/{talk.Id}/export.json");
        var entries = await app.AskAsync(db => db.CreditEntries.CountAsync());

        await omar.ConfirmAsync(await omar.PreviewOfAsync(Encoding.UTF8.GetBytes(before)));

        var copy = await app.AskAsync(db => db.Conversations.SingleAsync(c => c.UserId == other));
        Assert.NotEqual(talk.Id, copy.Id);
        Assert.Equal(Comparable(before), Comparable(await omar.Client.GetStringAsync($"/chat/{copy.Id}/export.json")));
        Assert.Equal(entries, await app.AskAsync(db => db.CreditEntries.CountAsync()));
        Assert.Equal((0L, 0L), (copy.Credits, copy.Tokens));
        Assert.Contains("put differently", (await omar.OpenAsync($"/chat/{copy.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_here_already_is_told_and_left_out()
    {
        var (sara, id) = await app.NewcomerAsync("sara-again");
        var talk = await app.AddWholeTalkAsync(id, "Glass", (null, ChatRole.User, "first"));
        var own = await sara.Client.GetByteArrayAsync($"/chat/{talk.Id}/export.json");
        var foreign = Encoding.UTF8.GetBytes(Files.Own.Replace("MESSAGES", """{"id":"a","role":"user","text":"hello"}""", StringComparison.Ordinal));

        Assert.Empty(Titles(await sara.OpenAsync(await sara.PreviewOfAsync(own))));
        await sara.ConfirmAsync(await sara.PreviewOfAsync(foreign));
        var again = await sara.PreviewOfAsync(foreign);

        Assert.Empty(Titles(await sara.OpenAsync(again)));
        Assert.Equal(2, await app.CountChatsAsync(id));
    }

    [Fact]
    public async Task Nothing_comes_in_before_it_is_confirmed_and_then_only_once()
    {
        var (sara, id) = await app.NewcomerAsync("sara-confirms");
        var preview = await sara.PreviewOfAsync(Encoding.UTF8.GetBytes(Files.Own.Replace("MESSAGES", """{"id":"a","role":"user","text":"hello"}""", StringComparison.Ordinal)));
        Assert.Equal(0, await app.CountChatsAsync(id));
        var (omar, _) = await app.NewcomerAsync("omar-peeks");
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync(preview));

        await sara.ConfirmAsync(preview);

        Assert.Equal(HttpStatusCode.NotFound, await sara.StatusAsync(preview));
        Assert.Equal(1, await app.CountChatsAsync(id));
    }

    [Theory]
    [InlineData("\"messages\":[{\"messageId\":\"a\",\"parentMessageId\":\"00000000-0000-0000-0000-000000000000\",\"isCreatedByUser\":true,\"text\":\"ask\",\"createdAt\":\"2024-05-28T18:08:55.014Z\"},{\"messageId\":\"b\",\"parentMessageId\":\"a\",\"isCreatedByUser\":false,\"model\":\"gpt-4o\",\"text\":\"one\",\"unfinished\":true},{\"messageId\":\"c\",\"parentMessageId\":\"a\",\"isCreatedByUser\":false,\"model\":\"gpt-4o\",\"text\":\"\",\"content\":[{\"type\":\"think\",\"think\":\"hm\"},{\"type\":\"text\",\"text\":{\"value\":\"two\"}}]}]")]
    [InlineData("\"recursive\":true,\"messages\":[{\"messageId\":\"a\",\"parentMessageId\":\"00000000-0000-0000-0000-000000000000\",\"isCreatedByUser\":true,\"text\":\"ask\",\"createdAt\":\"2024-05-28T18:08:55.014Z\",\"children\":[{\"messageId\":\"b\",\"isCreatedByUser\":false,\"model\":\"gpt-4o\",\"text\":\"one\",\"children\":[]},{\"messageId\":\"c\",\"isCreatedByUser\":false,\"model\":\"gpt-4o\",\"text\":\"two\",\"children\":[]}]}]")]
    public async Task Librechat_s_export_comes_in_with_its_branches(string messages)
    {
        var (sara, id) = await app.NewcomerAsync($"sara-{Guid.NewGuid():N}");

        await sara.ConfirmAsync(await sara.PreviewOfAsync(Encoding.UTF8.GetBytes($$"""{"conversationId":"27b593be","endpoint":"azureOpenAI","title":"Original","branches":true,{{messages}}}""")));

        var chat = await app.AskAsync(db => db.Conversations.SingleAsync(c => c.UserId == id));
        var kept = await app.MessagesAsync($"/chat/{chat.Id}");
        Assert.Equal(("Original", "gpt-4o"), (chat.Title, chat.ModelKey));
        Assert.Equal(["ask", "one", "two"], kept.Select(m => m.Text));
        Assert.Equal(new Guid?[] { null, kept[0].Id, kept[0].Id }, kept.Select(m => m.ParentId));
        Assert.Equal(2024, chat.CreatedAt.Year);
    }

    [Fact]
    public async Task All_conversations_are_made_into_a_file_that_is_fetched_once_and_can_come_in_again()
    {
        var (sara, id) = await app.NewcomerAsync("sara-all");
        await app.AddWholeTalkAsync(id, "Glass", (null, ChatRole.User, "first"), (0, ChatRole.Assistant, "sand"));
        await app.AddWholeTalkAsync(id, "زجاج", (null, ChatRole.User, "second"));
        using var ordered = await sara.SubmitAsync("/exports", "/exports");
        var path = ordered.Headers.Location!.OriginalString;
        var (omar, other) = await app.NewcomerAsync("omar-all");
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync(path));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await sara.OpenAsync(path)).QuerySelector("#export progress") is not null) await Task.Delay(100, patience.Token);
        using var fetched = await sara.SubmitAsync(path, path);
        var zip = await fetched.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/zip", fetched.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, await sara.StatusAsync(path));
        using (var archive = new ZipArchive(new MemoryStream(zip))) Assert.Equal(["Glass.md", "chats.json", "زجاج.md"], archive.Entries.Select(e => e.FullName.Split('-', '/')[^1]).Order(StringComparer.Ordinal));
        await omar.ConfirmAsync(await omar.PreviewOfAsync(zip));
        Assert.Equal(2, await app.CountChatsAsync(other));
    }

    private static IEnumerable<string> Titles(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll(".import-title").Select(t => t.TextContent);

    // New ids, and another hour: all else is as it was.
    private static string Comparable(string json)
    {
        var file = JsonNode.Parse(json)!.AsObject();
        file.Remove("exportedAt");
        foreach (var chat in file["conversations"]!.AsArray()) chat!.AsObject().Remove("id");
        return file.ToJsonString();
    }
}
