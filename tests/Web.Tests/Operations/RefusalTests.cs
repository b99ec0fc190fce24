using System.Net;
using System.Net.Sockets;

namespace SaaSChat.Web.Tests.Operations;

/// <summary>Every wrong configuration ends with exit code 78 and one sentence that names the key and the remedy.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string AnyPort = "--urls=http://127.0.0.1:0";

    private readonly Workplace _work = new();

    [Theory]
    [InlineData("htp://here", "--urls")]
    [InlineData("http://localhost:99999", "--urls")]
    [InlineData("http://localhost:abc", "--urls")]
    [InlineData("http://192.0.2.1:5080", "--urls")]
    public Task Address_that_is_none(string address, string key) => RefusesAsync([$"--urls={address}"], _work.Development(), key);

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider")]
    [InlineData("Database__Provider", "SqlServer", "ConnectionStrings:Default")]
    [InlineData("ConnectionStrings__Default", "nonsense", "ConnectionStrings:Default")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Developement", "ASPNETCORE_ENVIRONMENT")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "abc", "ASPNETCORE_HTTP_PORTS")]
    [InlineData("Shutdown__DrainSeconds", "-1", "Shutdown:DrainSeconds")]
    [InlineData("Data__Folder", "/proc/nowhere", "Data:Folder")]
    [InlineData("OpenTelemetry__Endpoint", "collector", "OpenTelemetry:Endpoint")]
    [InlineData("Seller__Email", "nobody", "Seller:Email")]
    [InlineData("Site__BaseUrl", "ftp://chat.example.com", "Site:BaseUrl")]
    public Task Setting_that_is_wrong(string variable, string value, string key) => RefusesAsync([], _work.Development((variable, value)), key);

    [Theory]
    [InlineData("", "DataProtection:Secret")]
    [InlineData("short", "DataProtection:Secret")]
    [InlineData(RunningProgram.Secret, "db migrate")]
    public Task Production_without_its_secret_or_tables(string secret, string remedy) =>
        RefusesAsync([AnyPort], _work.Production(("DataProtection__Secret", secret)), remedy);

    [Fact]
    public async Task Port_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        await RefusesAsync([$"--urls={address}"], _work.Development(), $"{address}: address already in use; choose another address with --urls");
    }

    [Fact]
    public async Task Database_file_that_is_none()
    {
        await File.WriteAllTextAsync(_work.DatabaseFile, string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        await RefusesAsync([AnyPort], _work.Development(), $"file {_work.DatabaseFile} cannot be used");
    }

    [Fact]
    public async Task Database_file_that_cannot_be_written()
    {
        _work.Migrate();
        var readOnly = ("ConnectionStrings__Default", $"Data Source={_work.DatabaseFile};Mode=ReadOnly");

        await RefusesAsync([AnyPort], _work.Development(readOnly), "is writable");
        await RefusesAsync([AnyPort], _work.Production(readOnly), "is writable");
    }

    [Fact]
    public async Task Data_folder_that_is_a_file()
    {
        await File.WriteAllTextAsync(_work.DatabaseFile, "");

        await RefusesAsync([], _work.Development(("Data__Folder", _work.DatabaseFile)), $"Data:Folder {_work.DatabaseFile}");
    }

    [LinuxFact]
    public async Task System_without_a_working_SQLite()
    {
        await File.WriteAllTextAsync(Path.Combine(_work.Folder, "libsqlite3.so.0"), "");

        await RefusesAsync([], _work.Development(("LD_LIBRARY_PATH", _work.Folder)), "apt-get install libsqlite3-0");
    }

    public void Dispose() => _work.Dispose();

    private static async Task RefusesAsync(string[] arguments, (string, string)[] environment, string sentence)
    {
        using var program = await RunningProgram.RunAsync(arguments, environment);

        Assert.Equal((78, ""), (program.ExitCode, program.Out));
        Assert.Contains(sentence, program.Error, StringComparison.Ordinal);
        Assert.StartsWith("SaaSChat stops: ", program.Error, StringComparison.Ordinal);
        Assert.Single(program.Error.TrimEnd().Split('\n'));
    }
}
