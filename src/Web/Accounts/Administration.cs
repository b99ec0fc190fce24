using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>Who may open which page of the administration. What is not named here is for admins alone.</summary>
internal static class Administration
{
    private const string AnyRole = "any-role";

    private static readonly (string Pages, string Policy)[] Opened =
    [
        ("/Admin/Index", AnyRole),
        ("/Admin/Users/Acts/", Roles.Admin),
        ("/Admin/Users/", Roles.Support),
        ("/Admin/Invoices/", Roles.Support),
        ("/Admin/Payments/", Roles.Support),
        ("/Admin/Webhooks/", Roles.Ops),
        ("/Admin/Health", Roles.Ops),
        ("/Admin/Jobs/", Roles.Ops),
        ("/Admin/Incidents/", Roles.Ops),
        ("/Admin/Performance/", Roles.Ops),
        ("/Admin/Providers/Index", Roles.Ops),
        ("/Admin/Providers/Pause", Roles.Ops),
    ];

    /// <summary>A role's policy lets admins in too, with the proof that is asked of them.</summary>
    public static AuthorizationBuilder AddRolePolicies(this AuthorizationBuilder authorization) => authorization
        .AddPolicy(Roles.Admin, policy => policy.RequireRole(Roles.Admin).AddRequirements(new AdminProof()))
        .AddPolicy(Roles.Support, policy => policy.RequireRole(Roles.Support, Roles.Admin).AddRequirements(new AdminProof()))
        .AddPolicy(Roles.Ops, policy => policy.RequireRole(Roles.Ops, Roles.Admin).AddRequirements(new AdminProof()))
        .AddPolicy(AnyRole, policy => policy.RequireRole(Roles.Ids.Keys).AddRequirements(new AdminProof()));

    public static void AuthorizeAdministration(this PageConventionCollection pages) =>
        pages.AddFolderApplicationModelConvention("/Admin", page => page.EndpointMetadata.Add(new AuthorizeAttribute(PolicyOf(page.ViewEnginePath))));

    private static string PolicyOf(string page) =>
        Array.Find(Opened, opened => page.StartsWith(opened.Pages, StringComparison.Ordinal)).Policy ?? Roles.Admin;
}
