using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Watches one answer until it is over: from memory where this node writes it, else from what its node keeps in the database.</summary>
public sealed class AnswerFeed(AppDbContext db, Answers answers)
{
    // Faster than the eye needs would only be more work for everybody.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(700);

    /// <summary>The view of the moment first, then each that differs; the last one is over.</summary>
    public async IAsyncEnumerable<AnswerView> WatchAsync(Guid answerId, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (answers.Find(answerId) is { } live)
        {
            var view = live.View;
            yield return view;
            while (!view.IsOver)
            {
                // The first word goes out at once; what comes within the pace after it goes together.
                await live.ChangedSince(view).WaitAsync(cancel);
                yield return view = live.View;
                if (!view.IsOver) await Task.WhenAny(Task.Delay(Pace, cancel), live.Over);
            }

            yield break;
        }

        AnswerView? seen = null;
        while (await KeptAsync(answerId, cancel) is { } kept)
        {
            if (kept != seen) yield return kept;
            seen = kept;
            if (kept.IsOver) yield break;
            await Task.Delay(Poll, cancel);
        }
    }

    private Task<AnswerView?> KeptAsync(Guid answerId, CancellationToken cancel) =>
        db.Messages.AsNoTracking().Where(m => m.Id == answerId).Select(m => new AnswerView(m.State, m.ModelKey, m.Text, m.Reasoning)).SingleOrDefaultAsync(cancel);
}
