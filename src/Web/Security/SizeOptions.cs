using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>Section "Limits": how much of a request is read, and how long a slow one is waited for.</summary>
public sealed class SizeOptions : ICheckedOptions
{
    public long BodyBytes { get; set; } = 1024 * 1024;
    public int RequestLineBytes { get; set; } = 8 * 1024;
    public int HeaderBytes { get; set; } = 32 * 1024;
    public int HeaderCount { get; set; } = 100;
    public int FormFields { get; set; } = 500;
    public int HeaderSeconds { get; set; } = 15;
    public int BodyBytesPerSecond { get; set; } = 240;
    public int IdleConnectionSeconds { get; set; } = 120;
    public int Connections { get; set; } = 20_000;

    public IEnumerable<string> Faults() => new[]
    {
        CheckedOptions.Outside("Limits:BodyBytes", BodyBytes, 4 * 1024, 1L << 30),
        CheckedOptions.Outside("Limits:RequestLineBytes", RequestLineBytes, 1024, 64 * 1024),
        CheckedOptions.Outside("Limits:HeaderBytes", HeaderBytes, 8 * 1024, 256 * 1024),
        CheckedOptions.Outside("Limits:HeaderCount", HeaderCount, 20, 1000),
        CheckedOptions.Outside("Limits:FormFields", FormFields, 10, 10_000),
        CheckedOptions.Outside("Limits:HeaderSeconds", HeaderSeconds, 1, 300),
        CheckedOptions.Outside("Limits:BodyBytesPerSecond", BodyBytesPerSecond, 1, 1024 * 1024),
        CheckedOptions.Outside("Limits:IdleConnectionSeconds", IdleConnectionSeconds, 5, 3600),
        CheckedOptions.Outside("Limits:Connections", Connections, 10, 1_000_000),
    }.OfType<string>();
}
