using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Tests.Models;

public sealed class ModelFallbacksTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void A_chain_holds_what_can_be_asked_here_in_the_order_that_was_named()
    {
        using var site = app.WithWebHostBuilder(b => b
            .UseSetting("Providers:Fallbacks:gpt-4o", "claude-sonnet-5, gpt-4o-mini, gpt-image-2, no-such-model, demo, gpt-4o-mini")
            .UseSetting("Providers:OpenAI:ApiKey", "sk-1"));
        using var _ = site.CreateClient();
        var (fallbacks, offered) = (site.Services.GetRequiredService<ModelFallbacks>(), site.Services.GetRequiredService<OfferedModels>().Now);

        Assert.Equal(["gpt-4o", "gpt-4o-mini", "demo"], fallbacks.ChainOf(offered.Single(m => m.Key == "gpt-4o")).Select(m => m.Key));
        Assert.Equal(["demo"], fallbacks.ChainOf(offered.Single(m => m.Key == "demo")).Select(m => m.Key));
    }

    [Fact]
    public void Only_a_request_that_is_wrong_may_not_fall_back() =>
        Assert.Equal([ProviderFault.Refused], Enum.GetValues<ProviderFault>().Where(f => !f.MayFallBack()));
}
