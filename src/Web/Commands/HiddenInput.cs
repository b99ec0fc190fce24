using System.Text;

namespace SaaSChat.Web.Commands;

/// <summary>A secret typed at the terminal, unseen, or the first line of what is piped in.</summary>
internal static class HiddenInput
{
    public static string Read(string prompt)
    {
        if (Console.IsInputRedirected) return Console.ReadLine() ?? "";

        Console.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
