using System.Net;
using SaaSChat.Web.Tests.Operations;

namespace SaaSChat.Web.Tests.Jobs;

/// <summary>A process of the built program on the application's database, with its admin at its pages.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private readonly RunningProgram _program;
    private readonly Visitor _layla;

    private RunningNode(RunningProgram program, Visitor layla) => (_program, _layla) = (program, layla);

    public TimeSpan Worked => _program.Worked;

    public static Task<RunningNode> StartAsync(TestApp app)
    {
        _ = app.Server;
        return OpenAsync(RunningProgram.Start([],
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Data__Folder", app.Folder),
            ("ConnectionStrings__Default", app.ConnectionString), ("Quota__CreditsPerUnit", "100"), ("RateLimits__Enabled", "false")));
    }

    /// <summary>One that shares its jobs with others of its kind.</summary>
    public static Task<RunningNode> StartClusteredAsync(TestApp app, bool isDoomed = false)
    {
        _ = app.Server;
        return OpenAsync(RunningProgram.StartOfTests([ClusterNode.Name, app.ConnectionString, .. isDoomed ? ["doomed"] : Array.Empty<string>()]));
    }

    private static async Task<RunningNode> OpenAsync(RunningProgram program)
    {
        var address = (await program.LineWithAsync("Open")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Single(word => word.StartsWith("http", StringComparison.Ordinal));
        var layla = new Visitor(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) });
        Assert.Equal(HttpStatusCode.Redirect, await layla.SignInAsAdminAsync());
        return new RunningNode(program, layla);
    }

    /// <summary>Runs a job now, as an operator does; a node that dies meanwhile answers nothing.</summary>
    public async Task PressAsync(string job)
    {
        try
        {
            using var pressed = await _layla.SubmitAsync("/admin/jobs", "/admin/jobs", ("job", job));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            // It was killed.
        }
    }

    public Task SaysAsync(string words) => _program.LineWithAsync(words);

    public Task KillAsync() => _program.KillAsync();

    public ValueTask DisposeAsync()
    {
        _layla.Client.Dispose();
        _program.Dispose();
        return ValueTask.CompletedTask;
    }
}
