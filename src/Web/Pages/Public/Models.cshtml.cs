using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Pages.Public;

public sealed class ModelsModel(TimeProvider clock) : PageModel
{
    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.UtcNow());
    public string? Provider { get; private set; }
    public ModelAbility? Ability { get; private set; }
    public IReadOnlyList<ModelOffer> Offers { get; private set; } = [];

    public string Address => $"/{CultureInfo.CurrentUICulture.Name}/models";

    public void OnGet(string? provider, string? ability)
    {
        Provider = ModelCatalogue.Providers.FirstOrDefault(p => string.Equals(p, provider, StringComparison.OrdinalIgnoreCase));
        Ability = Enum.GetValues<ModelAbility>().Cast<ModelAbility?>().FirstOrDefault(a => string.Equals(a.ToString(), ability, StringComparison.OrdinalIgnoreCase));
        Offers = [.. ModelCatalogue.All.Where(m => (Provider is null || m.Provider == Provider) && (Ability is not { } wanted || m.AbilitiesAt(Today).Contains(wanted)))];
    }
}
