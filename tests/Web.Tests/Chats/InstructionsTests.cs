using System.Net;
using System.Text.Json.Nodes;
using SaaSChat.Web.Tests.Models;

namespace SaaSChat.Web.Tests.Chats;

/// <summary>What a real model is told over the wire before sara's question.</summary>
public sealed class InstructionsTests
{
    private const string Model = "gpt-5.4-nano";

    [Fact]
    public async Task The_model_is_told_what_the_assistant_and_the_person_say()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Hello"), OpenAiScripts.OpenAi("Hello"));
        await using var app = new ModelApp(server);
        var (sara, _) = await app.BuyerAsync("sara", 10_000_000);
        await WriteAsync(sara, "A nurse in Jeddah.", "Briefly.", "true");
        using var made = await sara.SubmitAsync("/assistants/new", "/assistants/new", ("Input.Name", "Chef"), ("Input.Instructions", "Answer as a cook."));

        await AskAsync(app, sara, made.Headers.Location!.OriginalString);

        Assert.Equal("Answer as a cook.\n\nAbout the person you talk to:\nA nurse in Jeddah.\n\nHow they want to be answered:\nBriefly.", ToldIn(server));
    }

    [Fact]
    public async Task Switched_off_nothing_is_told()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Hello"), OpenAiScripts.OpenAi("Hello"));
        await using var app = new ModelApp(server);
        var (sara, _) = await app.BuyerAsync("sara", 10_000_000);
        await WriteAsync(sara, "A nurse in Jeddah.", "", "false");

        await AskAsync(app, sara, "/chat");

        Assert.Null(ToldIn(server));
    }

    private static async Task WriteAsync(Visitor person, string about, string answers, string isOn)
    {
        const string page = "/account/instructions";
        using var saved = await person.SubmitAsync(page, page, ("Input.About", about), ("Input.Answers", answers), ("Input.IsOn", isOn));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(about, (await person.OpenAsync(page)).QuerySelector("#Input_About")!.TextContent.Trim());
    }

    private static async Task AskAsync(TestApp app, Visitor person, string page)
    {
        using var sent = await person.SubmitAsync(page, "/chat", ("Input.Text", "Hello"), ("Input.Model", Model));
        await app.AnswerAsync(sent.Headers.Location!.OriginalString);
    }

    // The first call is the answer's; a title may be asked for after it.
    private static string? ToldIn(ModelServer server) =>
        server.Asked[0].Body["messages"]!.AsArray().OfType<JsonNode>().Where(m => (string?)m["role"] == "system").Select(m => (string?)m["content"]).SingleOrDefault();
}
