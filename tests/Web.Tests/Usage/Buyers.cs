using Microsoft.AspNetCore.Mvc.Testing;

namespace SaaSChat.Web.Tests.Usage;

internal static class Buyers
{
    /// <summary>Somebody new who has bought credits, signed in.</summary>
    public static async Task<(Visitor Visitor, Person Person)> SignInBuyerAsync(this WebApplicationFactory<Program> app, string name, string language = "en", long credits = 100_000_000)
    {
        var person = await app.AddBuyerAsync(name, credits);
        return (await app.SignInAgainAsync(name, language), person);
    }

    /// <summary>A session is over after a day.</summary>
    public static async Task<Visitor> SignInAgainAsync(this WebApplicationFactory<Program> app, string name, string language = "en")
    {
        var visitor = app.Visit(language);
        await visitor.SignInAsync($"{name}@example.com", People.Password);
        return visitor;
    }
}
