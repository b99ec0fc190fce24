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

        await LoadPlansAsync(app);
        await FillNameKeysAsync(app);
        if (app.Environment.IsDevelopment()) await AddAdminAsync(app);
        await app.Services.GetRequiredService<KeyRingCheck>().RequireAsync(CancellationToken.None);
        await app.Services.GetRequiredService<StoredSettings>().LoadAsync(CancellationToken.None);
        await app.Services.GetRequiredService<CurrentAnnouncements>().LoadAsync(CancellationToken.None);
        await LoadModelsAsync(app);
        await LoadAssistantsAsync(app);
        await LoadPackagesAsync(app);
    }

    private static async Task FillNameKeysAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NameKeys>().FillAsync(CancellationToken.None);
    }

    private static async Task LoadModelsAsync(WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CatalogueSeeding>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<OfferedModels>().LoadAsync(CancellationToken.None);
        await app.Services.GetRequiredService<StoredKeys>().LoadAsync(CancellationToken.None);
    }

    private static async Task LoadAssistantsAsync(WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AssistantSeeding>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<OfferedAssistants>().LoadAsync(CancellationToken.None);
    }

    private static async Task LoadPackagesAsync(WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PackageSeeding>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<OfferedPackages>().LoadAsync(CancellationToken.None);
    }

    private static async Task LoadPlansAsync(WebApplication app)
    {
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PlanSeeding>().RunAsync(CancellationToken.None);
        await app.Services.GetRequiredService<OfferedPlans>().LoadAsync(CancellationToken.None);
    }

    private static async Task AddAdminAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DevelopmentAdmin>().EnsureAsync(CancellationToken.None);
    }
}
