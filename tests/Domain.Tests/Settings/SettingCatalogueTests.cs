using SaaSChat.Domain.Settings;

namespace SaaSChat.Domain.Tests.Settings;

public sealed class SettingCatalogueTests
{
    [Theory]
    [InlineData("ConnectionStrings:Default")]
    [InlineData("DataProtection:Secret")]
    [InlineData("Database:Provider")]
    [InlineData("Stripe:WebhookSecret")]
    [InlineData("Features")]
    public void Only_a_key_of_the_catalogue_may_be_overridden(string key) => Assert.Null(SettingCatalogue.Find(key));

    [Fact]
    public void A_key_is_found_however_it_is_written_and_answers_its_own_spelling() =>
        Assert.Equal("Features:Maintenance", SettingCatalogue.Find("features:MAINTENANCE")!.Key);
}
