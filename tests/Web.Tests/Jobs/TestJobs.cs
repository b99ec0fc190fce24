using System.Globalization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs;

internal sealed class NoteJob(Witness witness, TimeProvider clock) : IJob<Guid>
{
    public Task RunAsync(Guid args, CancellationToken cancel)
    {
        witness.Saw(args, new Run(clock.UtcNow(), CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
        return Task.CompletedTask;
    }
}

/// <summary>Fails until its last attempt but so many.</summary>
internal sealed class StubbornJob(Witness witness, TimeProvider clock) : IJob<StubbornJob.Args>
{
    public Task RunAsync(Args args, CancellationToken cancel)
    {
        var attempt = witness.Saw(args.Id, new Run(clock.UtcNow(), "", ""));
        return attempt <= args.Failures ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
    }

    internal sealed record Args(Guid Id, int Failures);
}

/// <summary>Never ends in the process that it is told, which is to be killed; done at once in any other.</summary>
internal sealed class OutlivingJob : IJob<int>
{
    public const string Begun = "OutlivingJob has begun";

    public async Task RunAsync(int args, CancellationToken cancel)
    {
        Console.WriteLine(Begun);
        if (args == Environment.ProcessId) await Task.Delay(Timeout.Infinite, cancel);
    }
}

/// <summary>Says that it has begun and waits until the test lets it go on.</summary>
internal sealed class HeldJob(Witness witness) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        witness.Entered.Release();
        await witness.Gate.WaitAsync(cancel);
    }
}
