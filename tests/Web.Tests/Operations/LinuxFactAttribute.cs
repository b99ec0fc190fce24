namespace SaaSChat.Web.Tests.Operations;

/// <summary>A test of something that only Linux has: signals, or its loader's search path.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "It needs Linux.";
    }
}
