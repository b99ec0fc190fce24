using System.Text.Json;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>Development's transport: keeps the last letters as files, where /dev/mail finds them, after a restart too.</summary>
public sealed class DevelopmentOutbox(string folder, TimeProvider clock) : IMailTransport
{
    private const int MostKept = 200;

    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var written = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllTextAsync(written, JsonSerializer.Serialize(new KeptLetter(letter, clock.UtcNow())), cancel);

        // Moved into its place, so that whoever reads finds whole letters only.
        File.Move(written, FileOf(letter.MessageId), overwrite: true);
        await ForgetOldestAsync(cancel);
        return Delivery.Taken;
    }

    public Task<KeptLetter?> FindAsync(Guid id, CancellationToken cancel) => ReadAsync(FileOf(id), cancel);

    public async Task<IReadOnlyList<KeptLetter>> NewestFirstAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(folder)) return [];

        var letters = await Task.WhenAll(Directory.GetFiles(folder, "*.json").Select(file => ReadAsync(file, cancel)));
        return [.. letters.OfType<KeptLetter>().OrderByDescending(l => l.SentAt)];
    }

    private string FileOf(Guid id) => Path.Combine(folder, $"{id:N}.json");

    private async Task ForgetOldestAsync(CancellationToken cancel)
    {
        if (Directory.GetFiles(folder, "*.json").Length <= MostKept) return;

        foreach (var old in (await NewestFirstAsync(cancel)).Skip(MostKept)) File.Delete(FileOf(old.Letter.MessageId));
    }

    // Null where somebody who sent another letter has just forgotten this one.
    private static async Task<KeptLetter?> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptLetter>(await File.ReadAllTextAsync(file, cancel));
        }
        catch (IOException) when (!File.Exists(file))
        {
            return null;
        }
    }
}

public sealed record KeptLetter(Letter Letter, DateTime SentAt);
