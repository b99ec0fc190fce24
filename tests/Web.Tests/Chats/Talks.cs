using Microsoft.AspNetCore.Mvc.Testing;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>Conversations as they would be left behind by chatting.</summary>
public static class Talks
{
    /// <param name="running">Its answer is being written, by a node that is not this one.</param>
    public static Task<Conversation> AddTalkAsync(this WebApplicationFactory<Program> app, Guid userId, string title, DateTime at, bool running = false) => app.AskAsync(async db =>
    {
        var account = db.Accounts.OfPerson(userId).Select(a => a.Id).Single();
        var talk = Conversation.Begin(Ids.NewId(), account, userId, Guid.NewGuid(), at);
        db.Add(talk);
        var question = talk.Ask(Ids.NewId(), null, title, Guid.NewGuid(), at);
        db.Add(question);
        if (running) db.Add(talk.Answer(Ids.NewId(), question.Id, "demo", null, at));
        talk.Rename(title, TitleOrigin.FirstWords);
        await db.SaveChangesAsync();
        return talk;
    });

    /// <summary>Somebody signed in, with conversations of these titles, the last one the latest.</summary>
    public static async Task<(Visitor Who, IReadOnlyList<Conversation> Talks)> WithTalksAsync(this WebApplicationFactory<Program> app, string name, params string[] titles)
    {
        var id = await app.AddUserAsync($"{name}@example.com");
        var talks = new List<Conversation>();
        foreach (var title in titles) talks.Add(await app.AddTalkAsync(id, title, DateTime.UtcNow.AddSeconds(talks.Count - titles.Length)));
        var visitor = app.Visit();
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return (visitor, talks);
    }
}
