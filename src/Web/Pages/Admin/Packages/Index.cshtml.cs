using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing.Packages;

namespace SaaSChat.Web.Pages.Admin.Packages;

public sealed class IndexModel(PackageKeeping keeping) : PageModel
{
    public IReadOnlyList<TokenPackage> Packages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Packages = await keeping.AllAsync(cancel);
}
