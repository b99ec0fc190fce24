using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Usage;

/// <summary>The calls of whoever is signed in, one by one.</summary>
public sealed class UsageLog(AppDbContext db, MyWallet wallets, MyUsage usage, CurrentUser me)
{
    public const int PageSize = 50;

    /// <summary>Null where it names a conversation or a key that is not theirs.</summary>
    public async Task<UsageLogPage?> ReadAsync(UsageFilter filter, long? before, int size, CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        if (!await db.KnowsAsync(account, me.Id, filter, cancel)) return null;

        // One more than is shown tells whether there is another page.
        var rows = await db.UsageRecords.Of(account, filter).NewestBefore(before, size + 1).Include(r => r.Parts).ToListAsync(cancel);
        var shown = rows.Take(size).ToList();
        var names = await usage.NamesAsync(shown.Select(r => r.KeyId ?? Guid.Empty), cancel);
        return new(shown, await TitlesAsync(shown, cancel), names, rows.Count > size ? shown[^1].Seq : null);
    }

    /// <summary>What can be chosen from: the models and keys that were used at all.</summary>
    public async Task<UsageChoices> ChoicesAsync(CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        var used = await db.UsageDays.Of(account).Select(d => new { d.ModelKey, d.KeyId }).Distinct().ToListAsync(cancel);
        var keys = used.Select(u => u.KeyId).Where(id => id != Guid.Empty).Distinct().ToList();
        var names = await usage.NamesAsync(keys, cancel);
        return new(
            [.. used.Select(u => u.ModelKey).Distinct(StringComparer.Ordinal).Select(key => (key, names.Model(key))).OrderBy(m => m.Item2, StringComparer.CurrentCulture)],
            [.. keys.Select(id => ($"{id}", names.Key(id))).OrderBy(k => k.Item2, StringComparer.CurrentCulture)]);
    }

    private async Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(IEnumerable<UsageRecord> rows, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.ConversationId).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>()
            : await db.Conversations.AsNoTracking().OwnedBy(me.Id).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, cancel);
    }
}

/// <summary>A stretch of the log, newest first, with the titles of its conversations that are still there, and where the next older stretch begins.</summary>
public sealed record UsageLogPage(IReadOnlyList<UsageRecord> Rows, IReadOnlyDictionary<Guid, string> Titles, UsageNames Names, long? Older);

/// <summary>By key and name.</summary>
public sealed record UsageChoices(IReadOnlyList<(string Key, string Name)> Models, IReadOnlyList<(string Key, string Name)> Keys);
