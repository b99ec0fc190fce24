using System.Globalization;
using System.Text;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Chats.Moving;

/// <summary>The branch of a conversation that is shown, as Markdown for whatever reads that.</summary>
public static class ChatMarkdown
{
    private const int LongestName = 60;

    public static string Of(MovedChat chat)
    {
        var text = new StringBuilder().Append("# ").AppendLine(chat.Title).AppendLine();
        foreach (var message in Branch(chat))
        {
            var who = message.Role == ChatRole.User ? "user" : OneLine.Of(message.ModelKey ?? "assistant", ChatModel.KeyLength);
            text.Append(CultureInfo.InvariantCulture, $"## {who} ({message.At:yyyy-MM-dd HH:mm} UTC)").AppendLine().AppendLine().AppendLine(message.Text).AppendLine();
        }

        return text.ToString();
    }

    /// <summary>A file name from a title, whatever stands in it: letters, figures and lines between them.</summary>
    public static string NameOf(string title)
    {
        var name = new StringBuilder();
        foreach (var c in title)
        {
            if (char.IsLetterOrDigit(c)) name.Append(c);
            else if (name is not [] and not [.., '-']) name.Append('-');
            if (name.Length == LongestName) break;
        }

        return name.ToString().Trim('-') is { Length: > 0 } made ? made : "chat";
    }

    private static List<MovedMessage> Branch(MovedChat chat)
    {
        var branch = new List<MovedMessage>();
        for (int? place = chat.Messages.Count > 0 ? chat.Leaf : null; place is { } at; place = chat.Messages[at].Parent) branch.Add(chat.Messages[at]);
        branch.Reverse();
        return branch;
    }
}
