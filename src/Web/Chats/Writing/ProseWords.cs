using Microsoft.Extensions.Localization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>The few words of ours between a model's, in the reader's language.</summary>
internal sealed class ProseWords(IStringLocalizer<Text> text)
{
    public string Code { get; } = text["Prose.Code"];
    public string CodeIn(string language) => text["Prose.Code.In", language];
    public string Copy { get; } = text["Prose.Copy"];
    public string Copied { get; } = text["Prose.Copied"];
    public string Done { get; } = text["Prose.Task.Done"];
    public string Image { get; } = text["Prose.Image"];
    public string Open { get; } = text["Prose.Task.Open"];
    public string Table { get; } = text["Prose.Table"];
}
