using System.Diagnostics;

namespace SaaSChat.Web.Operations;

/// <summary>What the process of this node uses.</summary>
/// <param name="Memory">Resident, in bytes.</param>
/// <param name="Heap">Of it, what the program's objects take.</param>
/// <param name="Cpu">Of all processors together, since the process began.</param>
/// <param name="Threads">Of the pool.</param>
/// <param name="Waiting">Work that waits for a thread of the pool.</param>
/// <param name="UpFor">How long it has run.</param>
public sealed record NodeLoad(long Memory, long Heap, double Cpu, int Threads, long Waiting, TimeSpan UpFor)
{
    public static NodeLoad Now(DateTime now)
    {
        using var process = Process.GetCurrentProcess();
        var upFor = now - process.StartTime.ToUniversalTime();
        return new NodeLoad(
            process.WorkingSet64, GC.GetTotalMemory(forceFullCollection: false), process.TotalProcessorTime / upFor / Environment.ProcessorCount,
            ThreadPool.ThreadCount, ThreadPool.PendingWorkItemCount, upFor);
    }
}
