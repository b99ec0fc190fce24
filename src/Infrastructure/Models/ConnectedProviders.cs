using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models.Demo;

namespace SaaSChat.Infrastructure.Models;

/// <summary>The providers that can be asked here, by the names that the models give them.</summary>
public sealed class ConnectedProviders(DemoOptions demo)
{
    private readonly ConnectedProvider _demo = new(new DemoProvider(demo), new ProviderAccess(DemoProvider.Name, null, null));

    public ConnectedProvider? Find(string name) => name == DemoProvider.Name ? _demo : null;
}
