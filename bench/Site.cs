using System.Reflection;

namespace SaaSChat.Bench;

/// <summary>SaaSChat itself, as in production but for the gates that would stop a benchmark: one address asking thousands of times a second, over plain HTTP.</summary>
internal sealed class Site : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("saaschat-bench-").FullName;

    private Site()
    {
    }

    public Child Server { get; private set; } = null!;

    /// <summary>Where its database lies.</summary>
    public string Data => _data;

    public static Task<Site> ServeAsync(params (string Key, string Value)[] more) => ServeAsync((_, _) => Task.CompletedTask, more);

    /// <param name="prepare">Fills the database before anybody is served: given the folder, and a way to run an operator's command.</param>
    /// <param name="more">Settings besides those of every run.</param>
    public static async Task<Site> ServeAsync(Func<string, Func<string[], Task>, Task> prepare, params (string Key, string Value)[] more)
    {
        var site = new Site();
        (string, string)[] environment =
        [
            ("Data__Folder", site._data), ("DataProtection__Secret", new string('b', 40)), ("AllowedHosts", "127.0.0.1"),
            ("Security__RequireHttps", "false"), ("RateLimits__Enabled", "false"), ("Violations__Enabled", "false"), ("Mail__Enabled", "false"),
            ("Stripe__SecretKey", "sk_test_" + new string('b', 24)), ("Stripe__WebhookSecret", "whsec_" + new string('b', 24)), .. more,
        ];
        var (folder, program) = (Metadata("WebFolder"), Metadata("WebProgram"));
        await Child.RunAsync(folder, [program, "db", "migrate"], environment);
        await prepare(site._data, command => Child.RunAsync(folder, [program, .. command], environment));
        site.Server = await Child.ServeAsync(folder, [program], environment);
        return site;
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static string Metadata(string key) =>
        typeof(Site).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
