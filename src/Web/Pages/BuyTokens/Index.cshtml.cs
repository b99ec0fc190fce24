using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.BuyTokens;

[Needs(Feature.Purchases)]
public sealed class IndexModel(Shelf shelf, Purchase purchase, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ShelfQuery Query { get; set; } = new();

    public ShelfView View { get; private set; } = null!;
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = await shelf.ReadAsync(Query, cancel);
        if (!View.IsCodeGood) Problem = text["Errors.Billing.Code"];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Input input, CancellationToken cancel)
    {
        if (ModelState.IsValid && input.ClientId != Guid.Empty && Currency.Find(input.Currency ?? "") is { } currency)
        {
            Query.Package = input.Package;
            var code = string.IsNullOrWhiteSpace(input.Code) ? null : input.Code;
            var wish = new OrderWish(input.ClientId, input.Package, currency, input.Seen, code, CultureInfo.CurrentUICulture.Name);
            var (address, problem) = await purchase.BuyAsync(wish, Query.In(currency, cancelled: true), cancel);
            if (address is not null) return Redirect(address);
            Problem = problem;
        }

        Problem ??= text["Errors.Billing.NotOffered"];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        View = await shelf.ReadAsync(Query, cancel);
        return Page();
    }

    public sealed class Input
    {
        public Guid ClientId { get; set; }
        public string? Package { get; set; }
        public string? Currency { get; set; }

        /// <summary>The sum beside the button, in the currency's minor units.</summary>
        public long Seen { get; set; }

        public string? Code { get; set; }
    }
}
