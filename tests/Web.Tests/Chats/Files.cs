using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>What a person does to bring a file of conversations in.</summary>
internal static class Files
{
    /// <summary>An export of ours, but for the messages.</summary>
    public const string Own = """{"format":"saaschat-chats","version":1,"conversations":[{"id":"1","title":"T","messages":[MESSAGES]}]}""";

    public static Task<int> CountChatsAsync(this WebApplicationFactory<Program> app, Guid id) => app.AskAsync(db => db.Conversations.CountAsync(c => c.UserId == id));

    public static async Task<(Visitor Who, Guid Id)> NewcomerAsync(this WebApplicationFactory<Program> app, string name)
    {
        var id = await app.AddUserAsync($"{name}@example.com");
        var visitor = app.Visit();
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, id);
    }

    public static async Task<HttpResponseMessage> UploadAsync(this Visitor visitor, byte[] file)
    {
        var token = (await visitor.OpenAsync("/imports")).QuerySelector("form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var field = new StringContent(token);
        using var form = new MultipartFormDataContent { { field, "__RequestVerificationToken" }, { content, "file", "chats.json" } };
        return await visitor.Client.PostAsync("/imports", form);
    }

    public static async Task<string> PreviewOfAsync(this Visitor visitor, byte[] file)
    {
        using var read = await visitor.UploadAsync(file);
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
        return read.Headers.Location!.OriginalString;
    }

    public static async Task ConfirmAsync(this Visitor visitor, string preview)
    {
        using var confirmed = await visitor.SubmitAsync(preview, preview);
        Assert.Equal("/chat/all", confirmed.Headers.Location!.OriginalString);
    }
}
