using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>What each setting is now, and what it would be without its override.</summary>
public sealed class SettingValues(AppDbContext db, SettingPreview preview, IEnumerable<SettingCheck> sections, IConfiguration configuration)
{
    private readonly Lazy<IConfiguration> _configured = new(preview.Configured);

    public async Task<IReadOnlyList<SettingValue>> AllAsync(CancellationToken cancel)
    {
        var rows = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Key, StringComparer.Ordinal, cancel);
        return [.. SettingCatalogue.All.Select(s => Of(s, rows.GetValueOrDefault(s.Key)))];
    }

    /// <summary>Null when no admin may set it.</summary>
    public async Task<SettingValue?> FindAsync(string key, CancellationToken cancel) => SettingCatalogue.Find(key) is { } known
        ? Of(known, await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == known.Key, cancel))
        : null;

    private SettingValue Of(SettingDefinition setting, Setting? row) => new(setting, ValueIn(configuration, setting), ValueIn(_configured.Value, setting), row);

    private string ValueIn(IConfiguration values, SettingDefinition setting)
    {
        var section = sections.First(s => s.Covers(setting.Key));
        var path = setting.Key[(section.Section.Length + 1)..].Split(':');
        var value = path.Aggregate(section.Read(values), (owner, name) => owner.GetType().GetProperty(name)!.GetValue(owner)!);
        var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return setting.Kind.Read(text) ?? text;
    }
}

/// <param name="Definition">Which.</param>
/// <param name="Now">What holds on this node, in the one way it is stored.</param>
/// <param name="Configured">What the configuration says, or the program where that says nothing.</param>
/// <param name="Row">What an admin has set; null where nobody has.</param>
public sealed record SettingValue(SettingDefinition Definition, string Now, string Configured, Setting? Row);
