using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Infrastructure.Chats;

public static class AnswerStops
{
    /// <summary>Ends those of the messages that are being written: here at once; an answer of another node sees that it is asked to stop.</summary>
    public static async Task StopAsync(this Answers answers, IQueryable<Message> messages, DateTime at, CancellationToken cancel)
    {
        var running = await messages.Running().Select(m => m.Id).ToListAsync(cancel);
        foreach (var id in running) answers.Find(id)?.Stop(AnswerEnding.StoppedByPerson);

        var elsewhere = running.Where(id => answers.Find(id) is null).ToList();
        if (elsewhere.Count > 0) await messages.Where(m => elsewhere.Contains(m.Id) && m.StopAskedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.StopAskedAt, _ => at), cancel);
    }
}
