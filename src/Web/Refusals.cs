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
            await Console.Error.WriteLineAsync($"SaaSChat did not start: {sentence}");
            return Refused;
        }
    }

    private static string? SentenceOf(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is StartUpRefusedException) return e.Message;
            if (e is OptionsValidationException invalid) return string.Join(' ', invalid.Failures);
        }

        return null;
    }
}
