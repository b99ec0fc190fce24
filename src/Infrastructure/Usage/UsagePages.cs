using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

public static class UsagePages
{
    private const int Size = 1_000;

    /// <summary>All of them, oldest first, in pages by their numbers: whoever reads slowly holds nothing open and never more than one page in memory.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<UsageRecord>> InPagesAsync(this IQueryable<UsageRecord> records, long lastSeq, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = 0L;
        while (true)
        {
            var page = await records.Where(r => r.Seq > after && r.Seq <= lastSeq).OrderBy(r => r.Seq).Take(Size).ToListAsync(cancel);
            if (page.Count > 0) yield return page;
            if (page.Count < Size) yield break;
            after = page[^1].Seq;
        }
    }
}
