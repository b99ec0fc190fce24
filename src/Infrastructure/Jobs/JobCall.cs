using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>A job and what it is told, as an engine carries them: in words, so that a job waits through a release of the program.</summary>
/// <param name="Job">Its type and assembly.</param>
/// <param name="Args">Its arguments in JSON.</param>
/// <param name="Recurring">The id of a recurring job; null for any other.</param>
/// <param name="ByHand">Somebody wants it now, paused or not.</param>
public sealed record JobCall(string Job, string Args, string? Recurring = null, bool ByHand = false)
{
    private static readonly MethodInfo Run = typeof(JobCall).GetMethod(nameof(RunAsync), 2, BindingFlags.NonPublic | BindingFlags.Static, [typeof(IServiceProvider), typeof(string), typeof(CancellationToken)])!;

    /// <summary>The job's class, as the log calls it.</summary>
    public string Name => Job.Split(',')[0].Split('.', '+')[^1];

    public static JobCall Of<TJob, TArgs>(TArgs args) where TJob : class, IJob<TArgs> => new(NameOf(typeof(TJob)), JsonSerializer.Serialize(args));

    internal static JobCall Of(RecurringJob recurring, bool byHand = false) => new(NameOf(recurring.Job), "{}", recurring.Id, byHand);

    internal Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var job = Type.GetType(Job, throwOnError: true)!;
        var args = job.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJob<>)).GenericTypeArguments[0];
        return (Task)Run.MakeGenericMethod(job, args).Invoke(null, [services, Args, cancel])!;
    }

    private static async Task RunAsync<TJob, TArgs>(IServiceProvider services, string args, CancellationToken cancel) where TJob : class, IJob<TArgs> =>
        await ActivatorUtilities.GetServiceOrCreateInstance<TJob>(services).RunAsync(JsonSerializer.Deserialize<TArgs>(args)!, cancel);

    private static string NameOf(Type job) => $"{job.FullName}, {job.Assembly.GetName().Name}";
}
