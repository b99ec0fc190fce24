using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Jobs;

internal static class PausedJobs
{
    /// <summary>From now on nothing is written by the clock.</summary>
    public static async Task PauseJobsAsync(this WebApplicationFactory<Program> app)
    {
        foreach (var job in RecurringJobs.All) await app.InScopeAsync(s => s.GetRequiredService<JobControl>().PauseAsync(job.Id, paused: true, AuditActor.Operator, default));
    }
}
