using Microsoft.Extensions.Configuration;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Web.Tests.Models;

public sealed class ProvidersOptionsTests
{
    [Theory]
    [InlineData("OpenAI:ApiKey", "sk canary", "Providers:OpenAI:ApiKey is no key")]
    [InlineData("OpenAI:Keys:0:Key", "", "Providers:OpenAI:Keys:0:Key is no key")]
    [InlineData("OpenAI:ApiKey", "مفتاح-canary", "Providers:OpenAI:ApiKey is no key")]
    [InlineData("OpenAI:Keys:0:Weight", "2", "Providers:OpenAI:Keys:0:Key is no key")]
    [InlineData("Acme:ApiKey", "sk-canary", "Providers:Acme:BaseUrl is not set")]
    [InlineData("Acme:BaseUrl", "llm.example.com", "Providers:Acme:BaseUrl is no address")]
    [InlineData("Acme:BaseUrl", "ftp://llm.example.com/", "Providers:Acme:BaseUrl is no address")]
    [InlineData("Acme:BaseUrl", "https://me:canary@llm.example.com/", "Providers:Acme:BaseUrl is no address")]
    [InlineData("Acme:BaseUrl", "https://llm.example.com/?key=canary", "Providers:Acme:BaseUrl is no address")]
    [InlineData("Acme:BaseUrl", "http://localhost:8000/v1", "Providers:Acme:BaseUrl leads into a private network; set Providers:Acme:AllowPrivate")]
    [InlineData("Acme:BaseUrl", "https://192.168.0.7/v1", "Providers:Acme:BaseUrl leads into a private network")]
    [InlineData("Acme:BaseUrl", "https://[::1]/v1", "Providers:Acme:BaseUrl leads into a private network")]
    [InlineData("OpenAI:Patience:Silence", "00:00:00", "Providers:OpenAI:Patience:Silence must lie between")]
    [InlineData("Demo:Delay", "00:01:00", "Providers:Demo:Delay must lie between")]
    [InlineData("Fallbacks:gpt-4o", "", "Providers:Fallbacks:gpt-4o names no other model")]
    [InlineData("Fallbacks:gpt-4o", "demo, gpt-4o", "Providers:Fallbacks:gpt-4o names no other model")]
    public void What_is_wrong_stops_the_start_and_no_key_is_repeated(string setting, string value, string sentence)
    {
        var refused = Assert.Throws<StartUpRefusedException>(() => Read((setting, value)));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_never_sent_in_the_clear_but_at_home()
    {
        Assert.Throws<StartUpRefusedException>(() => Read(("Acme:BaseUrl", "http://llm.example.com"), ("Acme:ApiKey", "sk-1")));
        Read(("Acme:BaseUrl", "http://llm.local"), ("Acme:ApiKey", "sk-1"), ("Acme:AllowPrivate", "true"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    public void A_weight_has_bounds(string weight) =>
        Assert.StartsWith(
            "Providers:OpenAI:Keys:0:Weight is",
            Assert.Throws<StartUpRefusedException>(() => Read(("OpenAI:Keys:0:Key", "sk-1"), ("OpenAI:Keys:0:Weight", weight))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_chain_is_a_list_or_a_text_with_commas()
    {
        var options = Read(("Fallbacks:gpt-4o", "gpt-4o-mini, demo"), ("Fallbacks:gpt-6.2-sol:0", "gpt-6-sol"));

        Assert.Equal(["gpt-4o-mini", "demo"], options.Fallbacks["gpt-4o"]);
        Assert.Equal(["gpt-6-sol"], options.Fallbacks["gpt-6.2-sol"]);
        Assert.Empty(options.ByName);
    }

    [Fact]
    public void Every_provider_of_the_catalogue_has_an_address() =>
        Assert.All(
            SaaSChat.Domain.Models.ModelCatalogue.All.Select(m => m.Provider).Where(p => p != "Demo").Distinct(StringComparer.Ordinal),
            name => Assert.StartsWith("https://", WellKnownProvider.Of(name).BaseUrl, StringComparison.Ordinal));

    private static ProvidersOptions Read(params (string Name, string Value)[] settings) => ProvidersOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Providers:{s.Name}", (string?)s.Value))).Build());
}
