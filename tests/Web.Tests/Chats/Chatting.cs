using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>What people do in conversations, by the forms that stand on the pages.</summary>
public static class Chatting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Somebody new who has bought so many credits, signed in.</summary>
    internal static async Task<(Visitor Visitor, Guid Account)> BuyerAsync(this WebApplicationFactory<Program> app, string name, long credits)
    {
        var buyer = await app.AddBuyerAsync(name, credits);
        var visitor = app.Visit();
        Assert.Equal(HttpStatusCode.Redirect, await visitor.SignInAsync($"{name}@example.com", People.Password));
        return (visitor, buyer.AccountId);
    }

    /// <summary>Asks the first question of a new conversation; the answer is the conversation's address.</summary>
    public static async Task<string> BeginAsync(this Visitor visitor, string question)
    {
        using var answer = await visitor.SubmitAsync("/chat", "/chat", ("Input.Text", question), ("Input.Model", "demo"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public static async Task<HttpStatusCode> SayAsync(this Visitor visitor, string chat, string text)
    {
        using var answer = await visitor.SubmitAsync(chat, chat, ("Input.Text", text), ("Input.Model", "demo"));
        return answer.StatusCode;
    }

    /// <summary>Presses the button that posts there.</summary>
    public static async Task<HttpStatusCode> PressAsync(this Visitor visitor, string chat, string address, params (string Name, string Value)[] fields)
    {
        var page = await visitor.OpenAsync(chat);
        var token = page.QuerySelector("#acts input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await visitor.Client.PostAsync(address, form);
        return answer.StatusCode;
    }

    public static Guid IdOf(string chat) => Guid.Parse(chat.Split('/')[2].Split('#')[0]);

    public static Task<Message[]> MessagesAsync(this WebApplicationFactory<Program> app, string chat) =>
        app.AskAsync(db => db.Messages.AsNoTracking().Where(m => m.ConversationId == IdOf(chat)).OrderBy(m => m.Seq).ToArrayAsync());

    /// <summary>The newest answer, once it is over.</summary>
    public static async Task<Message> AnswerAsync(this WebApplicationFactory<Program> app, string chat)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if ((await app.MessagesAsync(chat)).Last(m => m.Role == ChatRole.Assistant) is { IsRunning: false } answer) return answer;
            await Task.Delay(20, patience.Token);
        }
    }
}
