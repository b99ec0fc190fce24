using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Errors;

public sealed class FailureTests : IDisposable
{
    private readonly TestApp _app = new();

    [Fact]
    public async Task A_page_that_fails_answers_500_with_a_reference_and_no_detail()
    {
        var layla = _app.Visit();
        await layla.SignInAsAdminAsync();
        await _app.AskAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE AuditNotes"));

        using var response = await layla.Client.GetAsync("/admin/audit");

        var page = await Visitor.PageAsync(response);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Matches("^[0-9a-f]{32}$", page.QuerySelector("main code")!.TextContent);
        Assert.DoesNotContain("Exception", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal("/admin/audit", page.QuerySelector("main .btn")!.GetAttribute("href"));
    }

    public void Dispose() => _app.Dispose();
}
