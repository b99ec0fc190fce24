using Microsoft.Data.Sqlite;

namespace SaaSChat.Web.Tests.Operations;

/// <summary>A folder for one test's data, and the environment that points the program at it.</summary>
public sealed class Workplace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("saaschat-ops-").FullName;

    public string DatabaseFile => Path.Combine(Folder, "saaschat.db");

    public (string, string)[] Development(params (string, string)[] more) => Environment("Development", more);

    /// <summary>Puts a database there as "db migrate" leaves it; that command has tests of its own.</summary>
    public void Migrate() => SqliteTemplate.CopyTo(DatabaseFile);

    /// <summary>A production behind a proxy that ends TLS, which sends no mail.</summary>
    public (string, string)[] Production(params (string, string)[] more) => Environment("Production",
        [("DataProtection__Secret", RunningProgram.Secret), ("AllowedHosts", "localhost;127.0.0.1"), ("Security__RequireHttps", "false"), ("Mail__Enabled", "false"),
        ("Stripe__SecretKey", StripeKeys.Secret), ("Stripe__WebhookSecret", StripeKeys.Webhook), .. more]);

    public Task<RunningProgram> RunAsync(params string[] arguments) => RunningProgram.RunAsync(arguments, Production());

    public void Change(string sql) => Ask(sql);

    /// <summary>The first column of the first row.</summary>
    public object? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private (string, string)[] Environment(string name, (string, string)[] more) => [("ASPNETCORE_ENVIRONMENT", name), ("Data__Folder", Folder), .. more];
}
