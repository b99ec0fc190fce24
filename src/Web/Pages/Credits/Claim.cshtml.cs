using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Credits;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Credits;

/// <summary>Asked by htmx, both verbs answer the side bar's wallet.</summary>
public sealed class ClaimModel(
    DailyClaim claims, MyWallet wallet, LastValid<ClaimOptions> options, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    public WalletCard? Wallet { get; private set; }
    public bool IsOpen => options.Value.Enabled;
    public ClaimTerms Terms => options.Value.Terms;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken cancel)
    {
        var answer = await claims.ClaimAsync(me.Id, cancel);
        this.Toast(Words(answer), answer.Outcome == ClaimOutcome.Claimed ? ToastKind.Success : ToastKind.Info);
        return Request.IsHtmx() ? await ShowAsync(cancel) : LocalRedirect(LocalPaths.OrHome(returnUrl));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Wallet = await wallet.ReadAsync(cancel);
        return Request.IsHtmx() && Wallet is not null ? Partial("_Wallet", Wallet) : Page();
    }

    private string Words(ClaimAnswer answer) => answer.Outcome switch
    {
        ClaimOutcome.Claimed => text.Count("Credits.Claim.Done", answer.Credited, fmt),
        ClaimOutcome.NotYet => text["Errors.Credits.NotYet", fmt.DateTime(answer.NextAt!.Value)],
        ClaimOutcome.NotConfirmed => text["Credits.Claim.NotConfirmed"],
        _ => text["Credits.Claim.SwitchedOff"],
    };
}
