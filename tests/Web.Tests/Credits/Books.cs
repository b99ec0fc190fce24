using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Credits.Audit;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>The audit, as every test of reliability ends with it.</summary>
public static class Books
{
    public static Task<IReadOnlyList<LedgerFinding>> AuditAsync(this WebApplicationFactory<Program> app) =>
        app.InScopeAsync(services => services.GetRequiredService<LedgerAudit>().RunAsync(default));

    public static async Task AssertBooksAreWholeAsync(this WebApplicationFactory<Program> app) =>
        Assert.Empty((await app.AuditAsync()).Where(f => !f.IsWhole).Select(f => $"{f.Name}: {string.Join(", ", f.Accounts)}"));
}
