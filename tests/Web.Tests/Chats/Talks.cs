using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Models;
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

    /// <summary>One conversation of so many messages, asked and answered in turn: Message 1, Message 2 ...</summary>
    public static Task<Conversation> AddLongTalkAsync(this WebApplicationFactory<Program> app, Guid userId, int messages) => app.AskAsync(async db =>
    {
        var account = db.Accounts.OfPerson(userId).Select(a => a.Id).Single();
        var talk = Conversation.Begin(Ids.NewId(), account, userId, Guid.NewGuid(), DateTime.UtcNow);
        db.Add(talk);
        for (var i = 1; i < messages; i += 2)
        {
            var question = talk.Ask(Ids.NewId(), talk.LeafId, $"Message {i}", Guid.NewGuid(), DateTime.UtcNow);
            db.AddRange(question, talk.Answer(Ids.NewId(), question.Id, "demo", null, DateTime.UtcNow));
        }

        await db.SaveChangesAsync();
        await db.Messages.Where(m => m.ConversationId == talk.Id && m.Role == ChatRole.Assistant).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.State, _ => MessageState.Complete).SetProperty(x => x.LeaseUntil, _ => (DateTime?)null).SetProperty(x => x.Text, x => "Message " + x.Seq));
        return talk;
    });

    /// <summary>A conversation that was held, with whatever branches it has.</summary>
    public static Task<Conversation> AddWholeTalkAsync(this WebApplicationFactory<Program> app, Guid userId, string title, params (int? After, ChatRole Role, string Text)[] said) => app.AskAsync(async db =>
    {
        var at = new DateTime(2026, 11, 1, 9, 0, 0, DateTimeKind.Utc).AddTicks(1234567);
        var messages = said.Select((s, i) => new MovedMessage(
            s.After, s.Role, s.Text, "", s.Role == ChatRole.User ? null : "demo", MessageState.Complete, s.Role == ChatRole.User ? null : AnswerEnding.Finished, at.AddMinutes(i), at.AddMinutes(i))).ToList();
        var account = db.Accounts.OfPerson(userId).Select(a => a.Id).Single();
        var (talk, kept) = Conversation.Bring(Ids.NewId(), account, userId, Guid.NewGuid(), new("", title, "demo", at, at.AddHours(1), true, false, [], messages.Count - 1, messages));
        db.Add(talk);
        db.AddRange(kept);
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
