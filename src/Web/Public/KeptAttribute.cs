namespace SaaSChat.Web.Public;

/// <summary>A page that is the same for every stranger: rendered once, then kept for a while.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptAttribute : Attribute;
