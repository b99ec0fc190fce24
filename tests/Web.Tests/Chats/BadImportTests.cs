using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Chats;

public sealed class BadImportTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("not json at all", "cannot be read")]
    [InlineData("""{"format":"saaschat-chats","version":1,"conversations":[{"id":"1","ti""", "cannot be read")]
    [InlineData("""{"hello":"world"}""", "neither an export")]
    [InlineData("[]", "neither an export")]
    [InlineData("""{"format":"saaschat-chats","version":9,"conversations":[]}""", "another version")]
    [InlineData("""{"format":"saaschat-chats","version":1,"conversations":[]}""", "Choose a file")]
    [InlineData("""{"format":"saaschat-chats","version":1,"conversations":[7]}""", "wrong kind")]
    [InlineData("""{"format":"saaschat-chats","version":1,"conversations":[{"id":"1","messages":{}}]}""", "wrong kind")]
    [InlineData("""{"id":"a","role":"system","text":"x"}""", "wrong kind")]
    [InlineData("""{"id":"a","role":"user","text":5}""", "wrong kind")]
    [InlineData("""{"id":"a","role":"user"}""", "wrong kind")]
    [InlineData("""{"id":"a","role":"user","text":"x","state":"Streaming"}""", "wrong kind")]
    [InlineData("""{"id":"a","role":"user","text":"\ud800"}""", "cannot be read")]
    [InlineData("""{"id":"a","parent":"b","role":"user","text":"x"},{"id":"b","parent":"a","role":"assistant","text":"y"}""", "in a circle")]
    [InlineData("""{"id":"a","parent":"a","role":"user","text":"x"}""", "in a circle")]
    [InlineData("""{"id":"a","parent":"gone","role":"user","text":"x"}""", "not in the file")]
    [InlineData("""{"id":"a","role":"user","text":"x"},{"id":"a","role":"user","text":"y"}""", "same name")]
    [InlineData("""{"id":"a","role":"user","text":"x","createdAt":"2999-01-01T00:00:00Z"}""", "in the future")]
    [InlineData("""{"id":"a","role":"user","text":"x","createdAt":"yesterday"}""", "cannot be")]
    public async Task A_bad_file_is_refused_with_the_reason_and_nothing_comes_in(string content, string reason)
    {
        var (omar, id) = await app.NewcomerAsync($"omar-{Guid.NewGuid():N}");
        var file = content.StartsWith("""{"id":"a""", StringComparison.Ordinal) ? Files.Own.Replace("MESSAGES", content, StringComparison.Ordinal) : content;

        using var refused = await omar.UploadAsync(Encoding.UTF8.GetBytes(file));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(reason, (await Visitor.PageAsync(refused)).QuerySelector("[data-summary]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await app.CountChatsAsync(id), await app.AskAsync(db => db.ChatImports.CountAsync(i => i.UserId == id))));
    }

    [Fact]
    public async Task A_zip_that_grows_without_end_is_refused_while_it_is_unpacked()
    {
        var (omar, id) = await app.NewcomerAsync("omar-bomb");
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("chats.json", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++) entry.Write(zeros);
        }

        using var refused = await omar.UploadAsync(packed.ToArray());

        Assert.True(packed.Length < 1024 * 1024);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("too large", (await Visitor.PageAsync(refused)).QuerySelector("[data-summary]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.CountChatsAsync(id));
    }

    [Fact]
    public async Task Fifty_megabytes_are_not_even_read()
    {
        var (omar, _) = await app.NewcomerAsync("omar-large");

        using var refused = await omar.UploadAsync(new byte[50 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
    }

    [Fact]
    public async Task Json_that_is_nested_a_hundred_thousand_deep_is_refused()
    {
        var (omar, _) = await app.NewcomerAsync("omar-deep");

        using var refused = await omar.UploadAsync(Encoding.UTF8.GetBytes(new string('[', 100_000)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Hostile_names_are_only_names()
    {
        var (sara, id) = await app.NewcomerAsync("sara-names");
        var hostile = """{"format":"saaschat-chats","version":1,"conversations":[{"id":"1","title":"../../etc/<script>alert(1)</script>\u202e","tags":["<b>\u0000"],"messages":[{"id":"a","role":"user","text":"hello"}]}]}""";

        await sara.ConfirmAsync(await sara.PreviewOfAsync(Encoding.UTF8.GetBytes(hostile)));

        var chat = await app.AskAsync(db => db.Conversations.SingleAsync(c => c.UserId == id));
        using var file = await sara.Client.GetAsync($"/chat/{chat.Id}/export.md");
        Assert.Equal("etc-script-alert-1-script.md", file.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Empty((await sara.OpenAsync("/chat/all")).QuerySelectorAll("main script, main b"));
    }
}
