using SaaSChat.Web.Tests.Chats;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Browser.Tests.Chats;

/// <summary>The site with OpenAI's models beside the demo, which writes at a pace that one can stop, and a trial for guests.</summary>
public sealed class WiredSite : Site
{
    private ModelServer? _models;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [.. _models!.Settings(), new("Providers:Demo:Delay", "00:00:00.020"), new("Quota:CreditsPerUnit", "100")];

    public override async Task InitializeAsync()
    {
        _models = await ModelServer.StartAsync(asked => asked.IsForTitle() ? OpenAiScripts.OpenAi("A fine title") : OpenAiScripts.OpenAi("From the other model."));
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_models is not null) await _models.DisposeAsync();
    }
}

[CollectionDefinition(nameof(WiredSite))]
public sealed class WiredBrowsing : ICollectionFixture<WiredSite>;
