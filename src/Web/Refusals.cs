using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web;

/// <summary>A start that must not go on ends with one sentence, not with a stack trace.</summary>
internal static class Refusals
{
    private const int Refused = 78;

    public static async Task<int> SayAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception e) when (SentenceOf(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"SaaSChat stops: {sentence}");
            return Refused;
        }
    }

    private static string? SentenceOf(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is StartUpRefusedException) return e.Message;
            if (e is OptionsValidationException invalid) return string.Join(' ', invalid.Failures.Select(Plain));
            if (e is InvalidDataException && e.Source == "Microsoft.Extensions.Configuration.FileExtensions") return Settings(e.Message);
            if (e is InvalidOperationException && e.Source == "Microsoft.Extensions.Configuration.Binder") return Settings(e.Message);
        }

        return null;
    }

    // Data annotations wrap the sentence: "DataAnnotation validation failed for 'X' members: 'Y' with the error: 'the sentence'."
    private static string Plain(string failure) => failure.Split("with the error: '", 2) is [_, var sentence] ? sentence.TrimEnd('.', '\'') + "." : failure;

    private static string Settings(string message) => $"{message.TrimEnd('.')}; correct that setting in appsettings.json, the environment or the arguments.";
}
