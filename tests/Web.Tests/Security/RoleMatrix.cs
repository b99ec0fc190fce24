using System.Net;
using Microsoft.AspNetCore.Routing;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests.Security;

/// <summary>Every kind of visitor at every endpoint by every verb: who is let in is what is declared here, no more and no less.</summary>
public sealed class RoleMatrix(TestApp app) : IClassFixture<TestApp>
{
    private const string Stranger = "stranger";
    private const string User = "user";
    private const string Overview = "/admin";

    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    private static readonly string[] SignedIn = [User, Roles.Support, Roles.Ops, Roles.Admin];
    private static readonly string[] Everybody = [Stranger, .. SignedIn];

    // Who opens what of the administration: an endpoint that no line names fails.
    private static readonly (string Path, string[] For)[] Declared =
    [
        (Overview, [Roles.Support, Roles.Ops, Roles.Admin]),
        ("/admin/announcements", [Roles.Admin]),
        ("/admin/advice", [Roles.Admin]),
        ("/admin/grants", [Roles.Admin]),
        ("/admin/users/{id:guid}/balance", [Roles.Admin]),
        ("/admin/users/{id:guid}/deletion", [Roles.Admin]),
        ("/admin/users/{id:guid}/factor", [Roles.Admin]),
        ("/admin/users/{id:guid}/limits", [Roles.Admin]),
        ("/admin/users/{id:guid}/plan", [Roles.Admin]),
        ("/admin/users/{id:guid}/refill", [Roles.Admin]),
        ("/admin/users/{id:guid}/role", [Roles.Admin]),
        ("/admin/users/{id:guid}/suspension", [Roles.Admin]),
        ("/admin/users.csv", [Roles.Support, Roles.Admin]),
        ("/admin/assistants", [Roles.Admin]),
        ("/admin/audit", [Roles.Admin]),
        ("/admin/bans", [Roles.Admin]),
        ("/admin/health", [Roles.Ops, Roles.Admin]),
        ("/admin/incidents", [Roles.Ops, Roles.Admin]),
        ("/admin/invoices", [Roles.Support, Roles.Admin]),
        ("/admin/jobs", [Roles.Ops, Roles.Admin]),
        ("/hangfire", [Roles.Ops, Roles.Admin]),
        ("/admin/models", [Roles.Admin]),
        ("/admin/packages", [Roles.Admin]),
        ("/admin/plans", [Roles.Admin]),
        ("/admin/payments", [Roles.Support, Roles.Admin]),
        ("/admin/performance", [Roles.Ops, Roles.Admin]),
        ("/admin/promo-codes", [Roles.Admin]),
        ("/admin/providers/new", [Roles.Admin]),
        ("/admin/providers/{keyId:guid}/pause", [Roles.Ops, Roles.Admin]),
        ("/admin/providers/{keyId:guid}", [Roles.Admin]),
        ("/admin/providers", [Roles.Ops, Roles.Admin]),
        ("/admin/refunds", [Roles.Admin]),
        ("/admin/reports", [Roles.Admin]),
        ("/admin/settings", [Roles.Admin]),
        ("/admin/users", [Roles.Support, Roles.Admin]),
        ("/admin/webhooks", [Roles.Ops, Roles.Admin]),
        ("/api/admin", [Roles.Admin]),
    ];

    [Theory]
    [InlineData(Stranger)]
    [InlineData(User)]
    [InlineData(Roles.Support)]
    [InlineData(Roles.Ops)]
    [InlineData(Roles.Admin)]
    public async Task Each_role_is_let_in_where_it_is_declared_and_nowhere_else(string role)
    {
        await using var node = app.Node(("Violations:Enabled", "false"), ("RateLimits:Enabled", "false"));
        var visitor = role == Stranger ? node.Visit() : await node.SignedInAsync($"{role}-{Guid.NewGuid():N}", role == User ? null : role);
        var wrong = new List<string>();

        foreach (var endpoint in Endpoints.Of(node))
        {
            foreach (var verb in Verbs.Where(endpoint.Takes))
            {
                using var request = new HttpRequestMessage(new HttpMethod(verb), endpoint.SampleAddress());
                using var response = await visitor.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (WasRefused(response) == MayOpen(role, endpoint)) wrong.Add($"{verb} {endpoint.Name()}: {response.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Each_endpoint_of_the_administration_is_declared_and_each_declaration_has_one()
    {
        var names = Endpoints.Of(app).Where(IsAdministration).Select(e => e.Name()).ToList();

        Assert.DoesNotContain(names, name => DeclarationOf(name) is null);
        Assert.All(Declared, d => Assert.Contains(names, name => DeclarationOf(name) == d.For));
    }

    private static bool MayOpen(string role, RouteEndpoint endpoint)
    {
        var name = endpoint.Name();
        var those = IsAdministration(endpoint) ? DeclarationOf(name) ?? []
            : EndpointFamilies.OpenToEverybody.Contains(name, StringComparer.Ordinal) ? Everybody : SignedIn;
        return those.Contains(role, StringComparer.Ordinal);
    }

    private static bool IsAdministration(RouteEndpoint endpoint) => endpoint.IsForAdmins() || endpoint.Name().StartsWith("/api/admin/", StringComparison.Ordinal);

    private static string[]? DeclarationOf(string name) =>
        Array.Find(Declared, d => name == d.Path || (d.Path != Overview && name.StartsWith(d.Path + "/", StringComparison.Ordinal))).For;

    private static bool WasRefused(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || response.Headers.Location?.ToString().Contains("/account/sign-in?returnUrl=", StringComparison.Ordinal) == true;
}
