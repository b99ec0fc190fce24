using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Bench.Search;

/// <summary>One person's conversations in a database of its own, in words that are as frequent as words are: the second half as often as the first, the third a third.</summary>
internal sealed class Library : IDisposable
{
    public const string Common = "w0";
    public const string Second = "w1";
    public const string Rare = "needle";

    private const int MessagesOfOneChat = 20;
    private const int Vocabulary = 40_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("saaschat-bench-").FullName;
    private readonly IHost _host;
    private readonly Random _random = new(7);
    private readonly double[] _sums = new double[Vocabulary];

    public Library()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Default", $"Data Source={File}")]);
        builder.AddDatabase();
        builder.AddAccounts();
        builder.AddAdmin();
        builder.AddCredits();
        _host = builder.Build();
        for (var i = 0; i < Vocabulary; i++) _sums[i] = (i > 0 ? _sums[i - 1] : 0) + (1.0 / (i + 8));
    }

    public Guid Owner { get; } = Ids.NewId();
    public string File => Path.Combine(_folder, "bench.db");
    public long Bytes => new FileInfo(File).Length + (System.IO.File.Exists(File + "-wal") ? new FileInfo(File + "-wal").Length : 0);

    public async Task<T> AskAsync<T>(Func<AppDbContext, Task<T>> question)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public async Task FillAsync(int messages)
    {
        await _host.Services.GetRequiredService<DatabaseStart>().MigrateAsync(default);
        var account = Account.OfGuest(DateTime.UtcNow);
        await AskAsync(db => { db.Add(account); return db.SaveChangesAsync(); });
        var at = DateTime.UtcNow.AddDays(-400);
        for (var done = 0; done < messages; done += MessagesOfOneChat * 50)
        {
            await AskAsync(db =>
            {
                for (var chat = 0; chat < 50; chat++)
                {
                    var said = Enumerable.Range(0, MessagesOfOneChat).Select(i => Message(i, at = at.AddMinutes(5), isRare: done % 20_000 == 0 && chat == 0 && i == 0)).ToList();
                    var (conversation, kept) = Conversation.Bring(Ids.NewId(), account.Id, Owner, Guid.NewGuid(), new("", Words(6), "demo", said[0].At, said[^1].At, false, false, [], said.Count - 1, said));
                    db.Add(conversation);
                    db.AddRange(kept);
                }

                return db.SaveChangesAsync();
            });
        }
    }

    /// <summary>Enters them as the site does, but many in one transaction.</summary>
    public async Task IndexAsync()
    {
        var key = IndexedMessage.KeyOf(Owner);
        var chats = await AskAsync(db => db.Conversations.OrderBy(c => c.CreatedAt).Select(c => c.Id).ToListAsync());
        foreach (var some in chats.Chunk(100))
        {
            await AskAsync(db => db.WriteAsync(async () =>
            {
                var messages = await db.Messages.AsNoTracking().Where(m => some.Contains(m.ConversationId)).ToListAsync();
                var entries = messages.ConvertAll(m => (Entry: IndexedMessage.Of(Owner, m.Id, m.ConversationId, m.ModelKey, m.CreatedAt), m.Text));
                db.AddRange(entries.Select(e => e.Entry));
                await db.SaveChangesAsync();
                foreach (var (entry, text) in entries)
                    await db.Database.ExecuteSqlAsync($"INSERT INTO SearchTerms (OwnerKey, Term, No) SELECT {key}, value, {entry.No} FROM json_each({JsonSerializer.Serialize(SearchWords.TermsOf(text))})");
                return entries.Count;
            }, default));
        }
    }

    public void Dispose()
    {
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private MovedMessage Message(int place, DateTime at, bool isRare)
    {
        var isQuestion = place % 2 == 0;
        var text = Words(isQuestion ? 15 : 110) + (isRare ? " " + Rare : "");
        return new(place == 0 ? null : place - 1, isQuestion ? ChatRole.User : ChatRole.Assistant, text, "", isQuestion ? null : "demo", MessageState.Complete, null, at, at);
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word()
    {
        var found = Array.BinarySearch(_sums, _random.NextDouble() * _sums[^1]);
        return FormattableString.Invariant($"w{(found < 0 ? ~found : found)}");
    }
}
