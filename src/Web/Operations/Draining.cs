using Microsoft.Extensions.Options;

namespace SaaSChat.Web.Operations;

/// <summary>Told to stop, the node first says so by /health/ready and goes on serving, so that the proxy has time to send visitors elsewhere.</summary>
internal sealed class Draining(IOptions<ShutdownOptions> options) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds ?? 0), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
