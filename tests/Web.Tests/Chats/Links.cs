using Microsoft.AspNetCore.Mvc.Testing;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>What a person does to share a conversation, by the forms on the pages.</summary>
internal static class Links
{
    public static async Task<(Visitor Sara, Conversation Talk)> WithTalkAsync(this WebApplicationFactory<Program> app, string name)
    {
        var id = await app.AddUserAsync($"{name}@example.com");
        var talk = await app.AddWholeTalkAsync(id, "Glass", (null, ChatRole.User, "asked before"), (null, ChatRole.User, "How does glass form?"), (1, ChatRole.Assistant, "From sand"));
        var sara = app.Visit();
        await sara.SignInAsync($"{name}@example.com", People.Password);
        return (sara, talk);
    }

    public static async Task<string> ShareAsync(this Visitor sara, Conversation talk, params (string Name, string Value)[] filled)
    {
        var path = $"/chat/{talk.Id}/share";
        using var made = await sara.SubmitAsync(path, path, filled);
        return (await sara.OpenAsync(path)).GetElementById("share-link")!.GetAttribute("href")!;
    }

    public static async Task<HttpResponseMessage> PressAsync(this Visitor visitor, string path)
    {
        var token = (await visitor.OpenAsync("/dashboard")).QuerySelector("meta[name=csrf]")!.GetAttribute("content")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("X-CSRF-TOKEN", token);
        return await visitor.Client.SendAsync(request);
    }
}
