using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Admin;

/// <summary>Layla keeps providers' keys, models, prices and plans; what she does stands in the log.</summary>
public sealed class CatalogueTests(CatalogueSite site) : IClassFixture<CatalogueSite>
{
    [BrowserTheory]
    [InlineData("en", true, "In use", "Paused", "Provider key added", "Provider key replaced")]
    [InlineData("ar", true, "قيد الاستعمال", "موقوف", "أُضيف مفتاح مزوّد", "استُبدل مفتاح مزوّد")]
    [InlineData("en", false, "In use", "Paused", "Provider key added", "Provider key replaced")]
    public async Task A_key_is_given_tested_paused_resumed_replaced_and_removed(string language, bool scripts, string used, string paused, string added, string rotated)
    {
        await using var layla = await VisitAsync(new Look(language, Scripts: scripts));
        var page = layla.Page;
        await layla.OpenAsync("/admin/providers");
        await page.Locator("a[href='/admin/providers/new']").ClickAsync();
        await page.Locator("select[name='Input.Provider']").SelectOptionAsync("OpenAI");
        await page.Locator("input[name='Input.Key']").FillAsync($"sk-browser-{language}-{scripts}-one");
        await page.Locator("input[name='Input.Label']").FillAsync("Main");
        await page.Locator("input[name='Input.DayCost']").FillAsync("25");
        await SaveAsync(page);
        await Assertions.Expect(page.Locator(".facts .badge")).ToHaveTextAsync(used);
        await page.Locator("form[action$='/test'] button").ClickAsync();

        await page.Locator("a[href$='/pause']").ClickAsync();
        await page.Locator("textarea").FillAsync("Too dear.");
        await SaveAsync(page);
        await page.Locator("tr:has(.badge):has-text('Main') a[href^='/admin/providers/']").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".facts .badge")).ToHaveTextAsync(paused);
        await page.Locator("form[action$='/resumption'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".facts .badge")).ToHaveTextAsync(used);

        await page.Locator("a[href$='/rotation']").ClickAsync();
        await page.Locator("input[name='Input.Key']").FillAsync($"sk-browser-{language}-{scripts}-two");
        await page.Locator("input[name='Hours']").FillAsync("0");
        await SaveAsync(page);
        await Assertions.Expect(page.Locator(".facts .badge")).ToHaveTextAsync(used);
        await page.Locator("a[href$='/removal']").ClickAsync();
        await page.Locator("textarea").FillAsync("Done with it.");
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/providers");

        await layla.OpenAsync("/admin/audit");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(added);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(rotated);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("sk-browser");
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "gpt-4.1", "To come", "Model price added", "Model price taken back", "Model changed")]
    [InlineData("ar", "gpt-4.1-mini", "قادم", "أُضيف سعر نموذج", "سُحب سعر نموذج", "عُدّل نموذج")]
    public async Task A_model_is_moved_and_its_price_previewed_announced_and_taken_back(string language, string model, string toCome, string added, string taken, string changed)
    {
        await using var layla = await VisitAsync(new Look(language));
        var page = layla.Page;
        await layla.OpenAsync("/admin/models");
        await page.Locator($"tr[id='model-{model}'] form:has(input[name=up][value=true]) button").ClickAsync();
        await page.Locator($"tr[id='model-{model}'] a[href$='/prices']").ClickAsync();
        await page.Locator("a[href$='/prices/new']").ClickAsync();

        await page.Locator("input[name='Input.From']").FillAsync("2027-03-01T00:00");
        await page.Locator("#rate-Standard-Input").FillAsync("3.5");
        await page.Locator("button[name=look]").ClickAsync();
        await Assertions.Expect(page.Locator("#preview tbody tr").First).ToBeVisibleAsync();
        await SaveAsync(page);
        await Assertions.Expect(page.Locator(".badge-gold")).ToHaveTextAsync(toCome);
        await page.Locator("a[href$='/withdrawal']").ClickAsync();
        await page.Locator("textarea").FillAsync("Not after all.");
        await SaveAsync(page);
        await page.WaitForURLAsync("**/prices");
        await Assertions.Expect(page.Locator("a[href$='/withdrawal']")).ToHaveCountAsync(0);

        await layla.OpenAsync("/admin/audit");
        foreach (var words in new[] { added, taken, changed }) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "$10.49", "Plan changed")]
    [InlineData("ar", "39.49", "عُدّلت باقة")]
    public async Task A_plan_is_looked_at_in_both_languages_and_saved(string language, string price, string changed)
    {
        await using var layla = await VisitAsync(new Look(language));
        var page = layla.Page;
        await layla.OpenAsync("/admin/plans");
        await page.Locator("a[href='/admin/plans/basic']").ClickAsync();
        await page.Locator("#price-Month-USD").FillAsync("10.49");
        await page.Locator("#price-Month-SAR").FillAsync("39.49");
        await page.Locator("button[name=look]").ClickAsync();
        await Assertions.Expect(page.Locator("div[lang=en] .price").First).ToContainTextAsync("$10.49");
        await Assertions.Expect(page.Locator("div[lang=ar] .price").First).ToContainTextAsync("39.49");
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/plans");

        await layla.OpenAsync($"/{language}/pricing");
        await Assertions.Expect(page.Locator(".plans")).ToContainTextAsync(price);
        await layla.OpenAsync("/admin/audit");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(changed);
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", true, "For a small team", "Plan made")]
    [InlineData("ar", true, "لفريق صغير", "أُنشئت باقة")]
    [InlineData("en", false, "For a small team", "Plan made")]
    public async Task A_plan_is_made_offered_in_both_languages_and_taken_off_the_shelf(string language, bool scripts, string purpose, string made)
    {
        await using var layla = await VisitAsync(new Look(language, Scripts: scripts));
        var (page, key) = (layla.Page, $"team-{language}-{(scripts ? "with" : "without")}");
        await layla.OpenAsync("/admin/plans");
        await page.Locator("a[href='/admin/plans/new']").ClickAsync();
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("[data-summary]")).ToBeVisibleAsync();
        foreach (var (field, typed) in new[] { ("Key", key), ("EnglishName", "Team"), ("ArabicName", "الفريق"), ("EnglishPurpose", "For a small team"), ("ArabicPurpose", "لفريق صغير"), ("Units", "100000"), ("Generations", "8") })
            await page.Locator($"[name='Input.{field}']").FillAsync(typed);
        foreach (var (price, typed) in new[] { ("Month-USD", "19.99"), ("Month-SAR", "74.99"), ("Month-CNY", "129"), ("Year-USD", "199.90"), ("Year-SAR", "749.90"), ("Year-CNY", "1290") }) await page.Locator($"#price-{price}").FillAsync(typed);
        await page.Locator("[name='Input.IsOffered'][type=checkbox]").CheckAsync();
        await page.Locator("button[name=look]").ClickAsync();
        await Assertions.Expect(page.Locator("div[lang=ar] .card-title").First).ToContainTextAsync("الفريق");
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/plans");

        await layla.OpenAsync($"/{language}/pricing");
        await Assertions.Expect(page.Locator(".plans")).ToContainTextAsync(purpose);
        await layla.OpenAsync($"/admin/plans/{key}");
        await page.Locator("[name='Input.IsOffered'][type=checkbox]").UncheckAsync();
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/plans");
        await layla.OpenAsync($"/{language}/pricing");
        await Assertions.Expect(page.Locator(".plans")).Not.ToContainTextAsync(purpose);
        await layla.OpenAsync("/admin/audit");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(made);
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "2000000", "14.99", "55.99", "105", "2,000,000", "Package made")]
    [InlineData("ar", "3000000", "22.99", "84.99", "160", "3,000,000", "أُنشئت حزمة نقاط")]
    public async Task A_package_is_made_looked_at_sold_and_taken_off_the_shelf(string language, string credits, string dollars, string riyals, string yuan, string shown, string made)
    {
        await using var layla = await VisitAsync(new Look(language));
        var page = layla.Page;
        await layla.OpenAsync("/admin/packages");
        await page.Locator("a[href='/admin/packages/new']").ClickAsync();
        await page.Locator("[name='Input.Credits']").FillAsync(credits);
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("[data-summary]")).ToBeVisibleAsync();
        foreach (var (currency, price) in new[] { ("USD", dollars), ("SAR", riyals), ("CNY", yuan) }) await page.Locator($"#price-{currency}").FillAsync(price);
        await page.Locator("[name='Input.IsOffered'][type=checkbox]").CheckAsync();
        await page.Locator("button[name=look]").ClickAsync();
        await Assertions.Expect(page.Locator("div[lang=en]").First).ToContainTextAsync(shown);
        await Assertions.Expect(page.Locator("div[lang=ar]").First).ToContainTextAsync(riyals);
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/packages");

        await layla.OpenAsync($"/{language}/pricing?currency=USD");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(shown);
        await layla.OpenAsync($"/admin/packages/credits-{credits}");
        await page.Locator("[name='Input.IsOffered'][type=checkbox]").UncheckAsync();
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/packages");
        await layla.OpenAsync($"/{language}/pricing?currency=USD");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(shown);
        await layla.OpenAsync("/admin/audit");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(made);
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "Promo code made", "Promo code ended")]
    [InlineData("ar", "أُنشئ رمز خصم", "أُنهي رمز خصم")]
    public async Task A_promo_code_is_made_and_ended(string language, string made, string ended)
    {
        await using var layla = await VisitAsync(new Look(language));
        var (page, code) = (layla.Page, $"SPRING-{language.ToUpperInvariant()}");
        await layla.OpenAsync("/admin/promo-codes/new");
        await page.Locator("[name='Input.Code']").FillAsync(code);
        await SaveAsync(page);
        await Assertions.Expect(page.Locator("[data-summary]")).ToBeVisibleAsync();
        await page.Locator("[name='Input.Percent']").FillAsync("20");
        await SaveAsync(page);
        await page.WaitForURLAsync("**/admin/promo-codes");

        var row = page.Locator("tr", new() { HasText = code });
        await row.Locator("form button").ClickAsync();
        await Assertions.Expect(row.Locator("form")).ToHaveCountAsync(0);
        await layla.OpenAsync("/admin/audit");
        foreach (var words in new[] { made, ended, code }) await Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
        Assert.Empty(layla.Complaints);
    }

    private static Task SaveAsync(IPage page) => page.Locator("form.form button[type=submit]:not([name])").ClickAsync();

    private async Task<Person> VisitAsync(Look look)
    {
        var layla = await site.VisitAsync(look);
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
