using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Billing.TopUps;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Billing;

/// <summary>Credits that come by themselves: first chosen, then agreed to in so many words, and taken back by one button.</summary>
public sealed class TopUpModel(AutoTopUps topUps, TopUpOffer offer, MyFeatures features, CurrentUser me, IStringLocalizer<Text> text) : PageModel
{
    private const int MostShown = 10;

    [BindProperty(SupportsGet = true, Name = "")]
    public TopUpForm Form { get; set; } = new();

    public AutoTopUp? Agreed { get; private set; }
    public IReadOnlyList<PastTopUp> Past { get; private set; } = [];
    public TopUpChoices Choices { get; private set; } = null!;
    public TopUpTerms? Terms { get; private set; }
    public bool IsOffered => features.Has(Feature.TopUp);
    public string Sentence => offer.Sentence(Terms!);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] bool agreed, [FromForm] long seen, CancellationToken cancel)
    {
        if (!IsOffered) return NotFound();
        await LoadAsync(cancel);
        if (Terms is not null && seen != Terms.Price.Minor) ModelState.AddModelError("", text["Errors.Billing.PriceChanged"]);
        else if (Terms is not null && !agreed) ModelState.AddModelError("", text["Errors.TopUp.Agree"]);
        if (Terms is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await topUps.AgreeAsync(me.AccountId, me.Id, Terms, Sentence, cancel);
        this.Toast(text["TopUp.IsOn"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        await topUps.TakeBackAsync(me.AccountId, cancel);
        this.Toast(text["TopUp.IsOff"]);
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        (Agreed, Past) = (await topUps.FindAsync(me.AccountId, cancel), await topUps.LatestAsync(me.AccountId, MostShown, cancel));
        Choices = await offer.ReadAsync(cancel);
        if (!IsOffered || Form.IsEmpty || !Choices.IsReachable) return;

        (Terms, var field, var problem) = offer.Read(Form, Choices);
        if (problem is not null) ModelState.AddModelError(field, problem);
    }
}
