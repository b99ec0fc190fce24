using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Admin;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Admin.Advice;

public sealed class IndexModel(ModelAdvice advice, PriceReplays replays, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty]
    public ReplayForm Input { get; set; } = new();

    public IReadOnlyList<AdvisedModel> Models { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Models = await advice.ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Models = await advice.ReadAsync(cancel);
        if (!string.IsNullOrEmpty(Input.Model) && Models.All(m => m.Key != Input.Model)) ModelState.AddModelError("Input.Model", text["Errors.Advice.Model"]);
        if (Input.Read(ModelState, text) is not { } change) return Page();

        return Redirect($"/admin/advice/{await replays.AskAsync(me.Id, change, cancel)}");
    }
}
