using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Tests.Chats;

internal static class Indexing
{
    /// <summary>Lets the clock's job find what is not findable yet.</summary>
    public static Task<bool> IndexAsync(this WebApplicationFactory<Program> app) => app.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<IndexMessagesJob>(services).RunAsync(default(RecurringRun), CancellationToken.None);
        return true;
    });
}
