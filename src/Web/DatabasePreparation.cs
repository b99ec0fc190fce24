using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Infrastructure.News;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web;

internal static class DatabasePreparation
{
    /// <summary>In Development the database is made and filled; elsewhere it must be there already.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var start = app.Services.GetRequiredService<DatabaseStart>();
        if (app.Environment.IsDevelopment()) await start.MigrateAsync(CancellationToken.None);
        else await start.RequireMigratedAsync(CancellationToken.None);

        await InScopeAsync<PlanSeeding>(app, s => s.RunAsync(CancellationToken.None));
        await app.Services.GetRequiredService<OfferedPlans>().LoadAsync(CancellationToken.None);
        await InScopeAsync<NameKeys>(app, k => k.FillAsync(CancellationToken.None));
        if (app.Environment.IsDevelopment()) await InScopeAsync<DevelopmentAdmin>(app, a => a.EnsureAsync(CancellationToken.None));
        await app.Services.GetRequiredService<KeyRingCheck>().RequireAsync(CancellationToken.None);
        await app.Services.GetRequiredService<StoredSettings>().LoadAsync(CancellationToken.None);
        await app.Services.GetRequiredService<CurrentAnnouncements>().LoadAsync(CancellationToken.None);
        await InScopeAsync<CatalogueSeeding>(app, s => s.RunAsync(CancellationToken.None));
        await app.Services.GetRequiredService<OfferedModels>().LoadAsync(CancellationToken.None);
        await app.Services.GetRequiredService<StoredKeys>().LoadAsync(CancellationToken.None);
        await InScopeAsync<AssistantSeeding>(app, s => s.RunAsync(CancellationToken.None));
        await app.Services.GetRequiredService<OfferedAssistants>().LoadAsync(CancellationToken.None);
        await InScopeAsync<PackageSeeding>(app, s => s.RunAsync(CancellationToken.None));
        await app.Services.GetRequiredService<OfferedPackages>().LoadAsync(CancellationToken.None);
    }

    private static async Task InScopeAsync<T>(WebApplication app, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }
}
