using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>What each setting is now, and what it would be without its override.</summary>
public sealed class SettingValues(AppDbContext db, SettingPreview preview, IEnumerable<SettingCheck> sections, IConfiguration configuration)
{
    public async Task<IReadOnlyList<SettingValue>> AllAsync(CancellationToken cancel)
    {
        var rows = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancel);
        var (now, configured) = (new BoundSections(configuration, sections), new BoundSections(preview.Configured(), sections));
        return [.. SettingCatalogue.All.Select(s => new SettingValue(s, now.ValueOf(s), configured.ValueOf(s), rows.GetValueOrDefault(s.Key)))];
    }

    /// <summary>Null when no admin may set it.</summary>
    public async Task<SettingValue?> FindAsync(string key, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(s => s.Definition.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private sealed class BoundSections(IConfiguration values, IEnumerable<SettingCheck> sections)
    {
        private readonly Dictionary<string, object> _bound = new(StringComparer.Ordinal);

        public string ValueOf(SettingDefinition setting)
        {
            var section = sections.First(s => s.Covers(setting.Key));
            if (!_bound.TryGetValue(section.Section, out var options)) _bound[section.Section] = options = section.Read(values);

            var path = setting.Key[(section.Section.Length + 1)..].Split(':');
            var value = path.Aggregate(options, (owner, name) => owner.GetType().GetProperty(name)!.GetValue(owner)!);
            var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            return setting.Kind.Read(text) ?? text;
        }
    }
}

/// <param name="Definition">Which.</param>
/// <param name="Now">What holds on this node, in the one way it is stored.</param>
/// <param name="Configured">What the configuration says, or the program where that says nothing.</param>
/// <param name="Row">What an admin has set; null where nobody has.</param>
public sealed record SettingValue(SettingDefinition Definition, string Now, string Configured, Setting? Row);
