namespace SaaSChat.Web.Maintenance;

/// <summary>Served to everybody during maintenance too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenInMaintenanceAttribute : Attribute;
