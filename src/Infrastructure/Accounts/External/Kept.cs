namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>What a provider told about itself, asked for again after a while. A failure is not kept.</summary>
internal sealed class Kept<T>(TimeProvider clock, Func<CancellationToken, Task<T>> ask) where T : class
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private volatile Answer? _last;

    public async Task<T> GetAsync(CancellationToken cancel) =>
        _last is { } answer && clock.GetUtcNow() - answer.At < Lifetime ? answer.Value : await AskAgainAsync(cancel);

    public async Task<T> AskAgainAsync(CancellationToken cancel)
    {
        var value = await ask(cancel);
        _last = new Answer(value, clock.GetUtcNow());
        return value;
    }

    private sealed record Answer(T Value, DateTimeOffset At);
}
