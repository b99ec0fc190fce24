using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Api;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Accounts;
using SaaSChat.Web.Api;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Pages.Account.Keys;

[FreshProof]
public sealed class NewModel(ApiKeys keys, IBackgroundJobs jobs, CurrentUser me, IStringLocalizer<Text> text, Fmt fmt) : PageModel
{
    /// <summary>In days; 0 is until it is revoked.</summary>
    public static readonly IReadOnlyList<string> Lifetimes = ["30", "90", "365", "0"];

    [BindProperty]
    public KeyForm Input { get; set; } = new();

    public string? Secret { get; private set; }
    public string? ScopesRefusal => ModelState["Input.Scopes"]?.Errors.FirstOrDefault()?.ErrorMessage;

    // Answered as a page and not by a redirect: nothing keeps the key that it would have to show.
    public async Task OnPostAsync(CancellationToken cancel)
    {
        if (Read() is not { } order) return;

        if (await keys.IssueAsync(me.Id, order, cancel) is not { } issued)
        {
            ModelState.AddModelError("", text.Count("Errors.Keys.TooMany", keys.Most, fmt));
            return;
        }

        Secret = issued.Secret;
        await jobs.EnqueueAsync<SendMailJob, Guid>(issued.LetterId);
    }

    private ApiKeyOrder? Read()
    {
        var (label, scopes) = (ApiKeyOrder.CleanLabel(Input.Label ?? ""), ApiScope.Read((Input.Scopes ?? []).OfType<string>()));
        if (ModelState.IsValid && label is null) ModelState.AddModelError("Input.Label", text["Errors.Name", fmt.Number(ApiKeyOrder.LabelLength)]);
        if (scopes is null) ModelState.AddModelError("Input.Scopes", text["Errors.Keys.Scopes"]);
        if (!Lifetimes.Contains(Input.Days ?? "", StringComparer.Ordinal)) ModelState.AddModelError("Input.Days", text["Errors.Choice"]);
        return ModelState.IsValid ? new ApiKeyOrder(label!, scopes!, Lifetime) : null;
    }

    private TimeSpan? Lifetime => int.Parse(Input.Days!, CultureInfo.InvariantCulture) is > 0 and var days ? TimeSpan.FromDays(days) : null;
}
