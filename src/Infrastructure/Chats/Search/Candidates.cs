using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Search;

/// <summary>
/// The numbers of the messages in which a phrase stands. Its rarest word leads through the index and the others are asked of each message;
/// where every word is frequent, the newest messages are gone through, of which soon enough one has them all.
/// </summary>
internal sealed class Candidates(AppDbContext db, Guid userId, SearchQuery query)
{
    private const int Few = 1_000;

    private readonly long _owner = IndexedMessage.KeyOf(userId);
    private readonly IReadOnlyList<string> _words = query.Phrase.Words;
    private readonly string? _beginning = query.Phrase.Beginning;

    private IQueryable<SearchTerm> Begun => StartingWith(db.SearchTerms.Where(t => t.OwnerKey == _owner));

    public async Task<IQueryable<long>> NumbersAsync(CancellationToken cancel)
    {
        var (leader, least) = ((string?)null, int.MaxValue);
        foreach (var word in _words)
        {
            var count = await Of(word).Take(Few).CountAsync(cancel);
            if (count < least) (leader, least) = (word, count);
        }

        if (_beginning is not null && least >= Few && await Begun.Take(Few).CountAsync(cancel) < Few)
            return Filtered(Begun.Select(t => t.No).Distinct(), _words, hasBeginning: false);

        return leader is not null
            ? Filtered(Of(leader).Select(t => t.No), [.. _words.Where(w => w != leader)], _beginning is not null)
            : Filtered(db.IndexedMessages.Where(i => i.OwnerKey == _owner).Select(i => i.No), _words, _beginning is not null);
    }

    private IQueryable<SearchTerm> Of(string word) => db.SearchTerms.Where(t => t.OwnerKey == _owner && t.Term == word);

    private IQueryable<SearchTerm> StartingWith(IQueryable<SearchTerm> terms)
    {
        var (first, end) = (_beginning!, _beginning + '\uFFFF');
        return terms.Where(t => t.Term.CompareTo(first) >= 0 && t.Term.CompareTo(end) < 0);
    }

    // What the number itself tells comes first: it bounds the way through the index.
    private IQueryable<long> Filtered(IQueryable<long> numbers, IEnumerable<string> words, bool hasBeginning)
    {
        if (query.Before is { } before) numbers = numbers.Where(no => no < before);
        if (query.From is { } from && IndexedMessage.FirstAt(from) is var least) numbers = numbers.Where(no => no >= least);
        if (query.Until is { } until && IndexedMessage.FirstAt(until) is var end) numbers = numbers.Where(no => no < end);

        foreach (var word in words) numbers = numbers.Where(no => db.SearchTerms.Any(t => t.No == no && t.Term == word));
        if (hasBeginning && StartingWith(db.SearchTerms) is var begun) numbers = numbers.Where(no => begun.Any(t => t.No == no));

        var model = query.Model;
        var theirs = db.Conversations.KeptBy(userId);
        return numbers.Where(no => db.IndexedMessages.Any(i => i.No == no && (model == null || i.ModelKey == model) && theirs.Any(c => c.Id == i.ConversationId)));
    }
}
