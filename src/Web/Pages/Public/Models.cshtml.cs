using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Web.Pages.Public;

public sealed class ModelsModel(OfferedModels offered, TimeProvider clock) : PageModel
{
    private readonly IReadOnlyList<ChatModel> _offered = offered.Now;

    public DateTime Now { get; } = clock.UtcNow();
    public string? Provider { get; private set; }
    public ModelAbility? Ability { get; private set; }
    public IReadOnlyList<ChatModel> Shown { get; private set; } = [];

    public IEnumerable<string> Providers => _offered.Select(m => m.Provider).Distinct(StringComparer.Ordinal);
    public DateOnly? PricesSeen => _offered.Max(m => m.PricesSeen);
    public string Address => $"/{CultureInfo.CurrentUICulture.Name}/models";

    public void OnGet(string? provider, string? ability)
    {
        Provider = Providers.FirstOrDefault(p => string.Equals(p, provider, StringComparison.OrdinalIgnoreCase));
        Ability = Enum.GetValues<ModelAbility>().Cast<ModelAbility?>().FirstOrDefault(a => string.Equals(a.ToString(), ability, StringComparison.OrdinalIgnoreCase));
        Shown = [.. _offered.Where(m => (Provider is null || m.Provider == Provider) && (Ability is not { } wanted || m.AbilitiesAt(Now).Contains(wanted)))];
    }
}
