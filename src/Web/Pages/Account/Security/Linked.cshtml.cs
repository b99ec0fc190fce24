using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Accounts.External;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Security;

[FreshProof]
public sealed class LinkedModel(ExternalSignIns signIns, ExternalProviders providers, LastValid<SignInWays> ways, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ExternalProblem? Problem { get; set; }

    public IReadOnlyList<LinkedSignIn> All { get; private set; } = [];
    public IReadOnlyList<string> Others { get; private set; } = [];
    public bool MayRemove { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await signIns.OfAsync(me.Id, cancel);
        Others = [.. providers.All.Keys.Except(All.Select(l => l.Key), StringComparer.Ordinal)];
        MayRemove = await signIns.WaysAsync(me.Id, ways.Value.Password, cancel) > 1;
    }

    public IActionResult OnPostLink(string key) =>
        providers.Find(key) is null ? NotFound() : Challenge(Arrival.BeginLinking(), key);

    public async Task<IActionResult> OnPostRemoveAsync(string issuer, string subject, CancellationToken cancel)
    {
        var removed = await signIns.UnlinkAsync(me.Id, issuer, subject, ways.Value.Password, cancel);
        this.Toast(text[removed ? "Account.Linked.Removed" : "Account.Linked.Last"], removed ? ToastKind.Success : ToastKind.Danger);
        return RedirectToPage();
    }
}
