using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Web.Tests.Localization;

namespace SaaSChat.Web.Tests.Billing.TopUps;

/// <summary>Nothing is charged that was not agreed to in so many words.</summary>
public sealed class ConsentTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task It_is_off_until_somebody_agrees_and_choosing_is_not_agreeing()
    {
        var sara = await Saver.NewAsync(app);

        var page = await sara.Shopper.Visitor.OpenAsync(Saver.Path(card: sara.Card));
        using var unticked = await sara.AgreeAsync(ticked: false);

        Assert.False(page.QuerySelector("#consent input[name=agreed]")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unticked.StatusCode);
        await sara.RunAsync();
        Assert.Empty(sara.Charges());
        Assert.False(await app.AskAsync(db => db.AutoTopUps.AnyAsync(t => t.AccountId == sara.AccountId)));
    }

    [Theory]
    [InlineData("en", "I allow SaaSChat to charge the card above", "$4.99")]
    [InlineData("ar", "أسمح لموقع", "18.99")]
    public async Task What_was_agreed_to_and_taken_back_is_kept_with_its_words_version_and_time(string language, string words, string price)
    {
        var sara = await Saver.NewAsync(app, language: language);
        using var agreed = await sara.AgreeAsync(cap: "100");
        using var off = await sara.Shopper.Visitor.SubmitAsync("/billing/top-up", "/billing/top-up?handler=Off");

        var proof = await app.AskAsync(db => db.TopUpConsents.Where(c => c.AccountId == sara.AccountId).OrderBy(c => c.Seq).ToListAsync());
        Assert.Equal([true, false], proof.Select(c => c.IsGiven));
        Assert.All([words, price], part => Assert.Contains(part, proof[0].Text, StringComparison.Ordinal));
        Assert.Equal((TopUpConsent.CurrentVersion, language), (proof[0].Version, proof[0].Language));
        Assert.InRange(proof[0].At, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow.AddMinutes(5));
        Assert.Equal(TopUpOff.Owner, (await sara.AgreedAsync()).Off);
        await Assert.ThrowsAnyAsync<Exception>(() => app.AskAsync(db => db.TopUpConsents.ExecuteUpdateAsync(c => c.SetProperty(x => x.Text, "I allow everything."))));
    }

    [Theory]
    [InlineData("credits-of-mine", "400000", "50")]
    [InlineData(Shopper.Half, "0", "50")]
    [InlineData(Shopper.Half, "-5", "50")]
    [InlineData(Shopper.Half, "500000", "50")]
    [InlineData(Shopper.Half, "many", "50")]
    [InlineData(Shopper.Half, "400000", "4.98")]
    [InlineData(Shopper.Half, "400000", "5.001")]
    [InlineData(Shopper.Half, "400000", "499.01")]
    [InlineData(Shopper.Half, "400000", "999999999999999999999999")]
    [InlineData(Shopper.Half, "400000", "")]
    public async Task What_makes_no_sense_is_not_even_offered(string package, string threshold, string cap)
    {
        var sara = await Saver.NewAsync(app);

        var page = await sara.Shopper.Visitor.OpenAsync(Saver.Path(package, threshold, cap, sara.Card));

        Assert.Null(page.GetElementById("consent"));
        Assert.NotNull(page.QuerySelector("[data-summary]"));
    }

    [Fact]
    public async Task Somebody_elses_card_and_another_price_are_refused()
    {
        var (sara, omar) = (await Saver.NewAsync(app), await Saver.NewAsync(app));
        Assert.Null((await omar.Shopper.Visitor.OpenAsync(Saver.Path(card: sara.Card))).GetElementById("consent"));

        var page = Saver.Path(card: omar.Card);
        using var cheaper = await omar.Shopper.Visitor.SubmitAsync(page, "/billing/top-up", ("agreed", "true"), ("seen", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, cheaper.StatusCode);
        Assert.False(await app.AskAsync(db => db.AutoTopUps.AnyAsync(t => t.AccountId == omar.AccountId)));
    }

    /// <summary>Whoever changes the sentence gives it a new version and a new line here.</summary>
    [Theory]
    [InlineData(1, "d18125a7247541ed990473ee40f26539853c3562e222f46a2e8841ecccc91871")]
    public void A_version_stands_for_one_sentence(int version, string hash)
    {
        var both = Texts.English["TopUp.Consent"] + "\n" + Texts.Arabic["TopUp.Consent"];

        Assert.Equal(TopUpConsent.CurrentVersion, version);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(both))));
    }
}
