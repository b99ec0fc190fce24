using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Models.Keys;
using SaaSChat.Infrastructure.Models.Providers;

namespace SaaSChat.Web.Tests.Models;

public sealed class ModelAnswersTests : IDisposable
{
    private static readonly ChatModel Gpt = ChatModel.Of(ModelCatalogue.Get("gpt-4o"), 0);
    private static readonly ChatModel Demo = ChatModel.Of(ModelCatalogue.Get(ModelCatalogue.DemoKey), 0);

    private readonly LogLines _log = new();
    private readonly List<IDisposable> _used = [];
    private readonly ServiceProvider _nobody = new ServiceCollection().BuildServiceProvider();

    [Fact]
    public async Task Without_a_key_only_the_demo_model_can_be_asked()
    {
        var answers = Answers([]);

        Assert.All(ModelCatalogue.All.Select(ChatModel.Of), m => Assert.Equal(m.Key == ModelCatalogue.DemoKey, answers.IsConnected(m)));
        Assert.NotEmpty((await AskAsync(answers, Demo)).Text);
        Assert.Equal(ProviderFault.NotConnected, (await AskAsync(answers, Gpt)).Fault!.Fault);
    }

    [Theory]
    [InlineData("OpenAI", "sk-1", null, true)]
    [InlineData("openai", "sk-1", null, true)]
    [InlineData("OpenAI", null, "https://llm.example.com/v1", true)]
    [InlineData("Mistral", "sk-1", null, false)]
    [InlineData("OpenAI", "", null, false)]
    public void One_setting_turns_a_providers_models_on(string name, string? key, string? address, bool connected) =>
        Assert.Equal(connected, Answers(Only((name + ":ApiKey", key), (name + ":BaseUrl", address))).IsConnected(Gpt));

    [Fact]
    public async Task It_answers_from_where_the_settings_say()
    {
        await using var server = await ModelServer.StartAsync(OpenAiScripts.OpenAi("Fine"));

        var answer = await AskAsync(Answers(server.Settings()), Gpt);

        Assert.Equal(("Fine", AnswerEnd.Complete, 5), (answer.Text, answer.End, answer.Usage.OutputTokens));
        Assert.Equal("gpt-4o", (string?)Assert.Single(server.Asked).Body["model"]);
    }

    [Fact]
    public async Task A_provider_may_speak_the_other_protocol()
    {
        await using var server = await ModelServer.StartAsync(AnthropicScripts.Anthropic("Fine"));

        Assert.Equal("Fine", (await AskAsync(Answers([.. server.Settings(), KeyValuePair.Create("Providers:OpenAI:Protocol", "anthropic")]), Gpt)).Text);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task The_next_key_is_tried_when_one_fails(int status)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(status), OpenAiScripts.OpenAi("Fine"));

        var answer = await AskAsync(Answers(TwoKeys(server)), Gpt);

        Assert.Equal("Fine", answer.Text);
        Assert.Equal(["Bearer sk-canary-1", "Bearer sk-canary-2"], server.Asked.Select(a => a.Headers["Authorization"]).Order(StringComparer.Ordinal));
        Assert.Equal(2, server.Asked.Select(a => a.Headers["X-Client-Request-Id"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1, _log.Count(LogLevel.Warning, server.Asked[0].Headers["X-Client-Request-Id"]));
        Assert.DoesNotContain("canary", string.Join('\n', _log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_refused_is_not_asked_again_for_a_while()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(401), OpenAiScripts.OpenAi("Fine"));
        var answers = Answers(TwoKeys(server));

        for (var i = 0; i < 4; i++) await AskAsync(answers, Gpt);

        Assert.Equal(5, server.Asked.Count);
        Assert.Single(server.Asked.Skip(1).Select(a => a.Headers["Authorization"]).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_no_key_helps_the_last_failure_is_told()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(401), ModelScript.Refusing(429).With("Retry-After", "9"));
        var answers = Answers(TwoKeys(server));

        var fault = (await AskAsync(answers, Gpt)).Fault!;
        Assert.Equal((ProviderFault.TooMany, TimeSpan.FromSeconds(9)), (fault.Fault, fault.RetryAfter));
        Assert.Equal(ProviderFault.NotConnected, (await AskAsync(answers, Gpt)).Fault!.Fault);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_request_that_is_wrong_is_wrong_with_every_key()
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Refusing(400));

        Assert.Equal(ProviderFault.Refused, (await AskAsync(Answers(TwoKeys(server)), Gpt)).Fault!.Fault);
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("""{"content":"Once "}""", "Once ", "")]
    [InlineData("""{"reasoning_content":"Hm "}""", "", "Hm ")]
    public async Task What_has_begun_is_never_asked_again(string delta, string text, string reasoning)
    {
        await using var server = await ModelServer.StartAsync(ModelScript.Streaming.OpenAiChunk(delta).Breaks(), OpenAiScripts.OpenAi("never"));

        var answer = await AskAsync(Answers(TwoKeys(server)), Gpt);

        Assert.Equal((ProviderFault.CutOff, text, reasoning), (answer.Fault!.Fault, answer.Text, answer.Reasoning));
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task What_broke_off_before_the_first_word_is_asked_again_and_its_report_forgotten()
    {
        await using var server = await ModelServer.StartAsync(
            ModelScript.Streaming.OpenAiUsage(99, 99).Breaks(), ModelScript.Streaming.OpenAiText("Fine").OpenAiEnd().OpenAiDone());

        var answer = await AskAsync(Answers(TwoKeys(server)), Gpt);

        Assert.Equal(("Fine", (Quantities?)null), (answer.Text, answer.LastUsage));
    }

    public void Dispose()
    {
        foreach (var used in _used) used.Dispose();
        _log.Dispose();
        _nobody.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Only(params (string Name, string? Value)[] settings) =>
        settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create($"Providers:{s.Name}", s.Value!));

    private static IEnumerable<KeyValuePair<string, string>> TwoKeys(ModelServer server) =>
        [.. server.Settings(key: null), .. Only(("OpenAI:Keys:0:Key", "sk-canary-1"), ("OpenAI:Keys:1:Key", "sk-canary-2"))];

    private static Task<HeardAnswer> AskAsync(ModelAnswers answers, ChatModel model) => HeardAnswer.OfAsync(answers.AskAsync(model, WireCall.Request with { Model = model.Key }, default));

    private ModelAnswers Answers(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)).Append(new("Providers:Demo:Delay", "00:00:00"))).Build();
        var providers = new ConnectedProviders(ProvidersOptions.Read(configuration), TimeProvider.System);
        var logs = LoggerFactory.Create(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        _used.AddRange([providers, logs]);
        return new ModelAnswers(providers, new KeyUse(_nobody.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, logs.CreateLogger<KeyUse>()), logs.CreateLogger<ModelAnswers>());
    }
}
