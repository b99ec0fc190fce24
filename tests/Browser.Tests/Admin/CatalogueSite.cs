using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Browser.Tests.Admin;

/// <summary>The site with OpenAI's models on another origin, to whom it has no key yet.</summary>
public sealed class CatalogueSite : Site
{
    private ModelServer? _models;

    protected override IEnumerable<KeyValuePair<string, string>> Settings => _models!.Settings(key: null);

    public override async Task InitializeAsync()
    {
        _models = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Hi"));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_models is not null) await _models.DisposeAsync();
    }
}
