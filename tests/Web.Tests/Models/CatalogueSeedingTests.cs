using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Tests.Models;

public sealed class CatalogueSeedingTests
{
    [Fact]
    public async Task The_first_start_writes_the_catalogue_and_the_next_leaves_it_as_admins_made_it()
    {
        await using var app = new TestApp();
        Assert.Equal(ModelCatalogue.All.Count, await app.AskAsync(db => db.ChatModels.CountAsync()));
        await app.AskAsync(db => db.ChatModels.Where(m => m.Key == "demo").ExecuteUpdateAsync(m => m.SetProperty(x => x.Name, "Ours").SetProperty(x => x.IsEnabled, false)));

        Assert.Equal(0, await app.InScopeAsync(s => s.GetRequiredService<CatalogueSeeding>().RunAsync(default)));

        Assert.True(await app.AskAsync(db => db.ChatModels.AnyAsync(m => m.Name == "Ours" && !m.IsEnabled)));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_write_each_model_once()
    {
        await using var app = new TestApp(new TestDatabase(migrated: false));
        var nodes = Enumerable.Range(0, 3).Select(_ => app.Node()).ToList();

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Services)));

        Assert.Equal(ModelCatalogue.All.Count, await app.AskAsync(db => db.ChatModels.CountAsync()));
        Assert.All(nodes, node => Assert.Equal(ModelCatalogue.All.Count(m => m.ComesEnabled), node.Services.GetRequiredService<OfferedModels>().Now.Count));
    }

    [Fact]
    public async Task What_an_admin_switches_off_leaves_the_public_pages_on_every_node()
    {
        await using var app = new TestApp();
        var offered = app.Services.GetRequiredService<OfferedModels>();
        Assert.Contains(offered.Now, m => m.Key == "gpt-4o");

        await app.AskAsync(db => db.ChatModels.Where(m => m.Key == "gpt-4o").ExecuteUpdateAsync(m => m.SetProperty(x => x.IsEnabled, false)));
        await app.InScopeAsync(async s =>
        {
            await s.GetRequiredService<Infrastructure.Settings.ChangeNotices>().RaiseAsync(s.GetRequiredService<Infrastructure.Data.AppDbContext>(), OfferedModels.Topic, default);
            return 0;
        });

        Assert.DoesNotContain(offered.Now, m => m.Key == "gpt-4o");
    }
}
