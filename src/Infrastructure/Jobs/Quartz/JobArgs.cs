using System.Text.Json;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

/// <summary>A job's arguments on their way through the engine.</summary>
internal static class JobArgs
{
    public const string Key = "args";

    public static string Write<TArgs>(TArgs args) => JsonSerializer.Serialize(args);

    public static TArgs Read<TArgs>(string written) => JsonSerializer.Deserialize<TArgs>(written)!;
}
