using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>A person's conversations as a zip: one JSON that can be read in again, and each as Markdown.</summary>
public sealed class ChatsZip(AppDbContext db, TimeProvider clock)
{
    private const int TellEvery = 10;

    /// <param name="owner">Whose conversations.</param>
    /// <param name="to">Where to; need not be able to go back.</param>
    /// <param name="done">Told now and then how many of them are in it.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task WriteAsync(Guid owner, Stream to, Func<long, Task> done, CancellationToken cancel)
    {
        var chats = await db.Conversations.KeptBy(owner).OrderBy(c => c.CreatedAt).Select(c => c.Id).ToListAsync(cancel);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await WriteJsonAsync(zip, owner, chats, done, cancel);
        for (var i = 0; i < chats.Count; i++)
        {
            if (await db.MovedAsync(owner, chats[i], cancel) is { } chat) await WriteMarkdownAsync(zip, i, chat, cancel);
            if (i % TellEvery == 0) await done(chats.Count);
        }
    }

    private async Task WriteJsonAsync(ZipArchive zip, Guid owner, List<Guid> chats, Func<long, Task> done, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry("chats.json", CompressionLevel.Fastest).OpenAsync(cancel);
        await using var json = new Utf8JsonWriter(entry, ChatFile.Readable);
        ChatFile.Begin(json, clock.UtcNow());
        for (var i = 0; i < chats.Count; i++)
        {
            if (await db.MovedAsync(owner, chats[i], cancel) is { } chat) ChatFile.Write(json, chat);
            await json.FlushAsync(cancel);
            if (i % TellEvery == 0) await done(i);
        }

        ChatFile.End(json);
    }

    private static async Task WriteMarkdownAsync(ZipArchive zip, int place, MovedChat chat, CancellationToken cancel)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"markdown/{place + 1:0000}-{ChatMarkdown.NameOf(chat.Title)}.md");
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(ChatMarkdown.Of(chat)), cancel);
    }
}
