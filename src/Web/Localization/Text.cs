namespace SaaSChat.Web.Localization;

/// <summary>Marks Text.resx and Text.ar.resx, which hold every sentence that a person reads.</summary>
public sealed class Text;
