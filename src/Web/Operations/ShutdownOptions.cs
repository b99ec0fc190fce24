using System.ComponentModel.DataAnnotations;

namespace SaaSChat.Web.Operations;

/// <summary>Section "Shutdown": how the program leaves.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>How long it goes on serving after it has been told to stop, while /health/ready already says no; unset, 5 outside Development.</summary>
    [Range(0, 300, ErrorMessage = "Shutdown:DrainSeconds must be a number from 0 to 300.")]
    public int? DrainSeconds { get; set; }

    /// <summary>How long all of it may take, the draining included, before what still runs is cut.</summary>
    [Range(1, 600, ErrorMessage = "Shutdown:TimeoutSeconds must be a number from 1 to 600.")]
    public int TimeoutSeconds { get; set; } = 30;
}
