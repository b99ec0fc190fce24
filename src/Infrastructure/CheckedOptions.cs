using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Security;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure;

/// <summary>Options that can say what else is wrong with them than a single setting's bounds: a sentence each, naming the key and the remedy.</summary>
public interface ICheckedOptions
{
    IEnumerable<string> Faults();
}

public static class CheckedOptions
{
    /// <summary>Binds the section, follows its changes (<see cref="LastValid{T}"/>), and refuses to start when a value is malformed or out of bounds.</summary>
    public static T AddChecked<T>(this IHostApplicationBuilder builder, string section) where T : class, new()
    {
        builder.Services.AddOptions<T>().BindConfiguration(section);
        builder.Services.AddSingleton<IValidateOptions<T>>(provider => new FaultsOf<T>(section, provider.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton<LastValid<T>>();
        builder.Services.AddSettingCheck<T>(section);

        if (SettingFaults(section, builder.Configuration).FirstOrDefault() is { } fault) throw new StartUpRefusedException(fault);
        var options = builder.Configuration.GetSection(section).Get<T>() ?? new T();
        return Faults(options).FirstOrDefault() is { } other ? throw new StartUpRefusedException(other) : options;
    }

    /// <summary>A list given as Key:0, Key:1 ... or, as environment variables like it, as one text with commas.</summary>
    public static IReadOnlyList<string> ReadList(this IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        return section.GetChildren().Select(c => c.Value).Append(section.Value).SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
    }

    /// <summary>The fault of a number that is out of bounds, or null.</summary>
    public static string? Outside(string key, long value, long least, long most) =>
        value >= least && value <= most ? null : $"{key} is {value}; set it to {Expected(new WholeNumberKind(least, most))}.";

    // What an admin may not set while the site runs, the configuration may not say at the start.
    private static IEnumerable<string> SettingFaults(string section, IConfiguration configuration) =>
        from setting in SettingCatalogue.All
        where setting.Key.StartsWith(section + ":", StringComparison.Ordinal)
        let given = configuration[setting.Key]
        where given is not null && setting.Kind.Read(given) is null
        select $"{setting.Key} is \"{given}\"; set it to {Expected(setting.Kind)}.";

    private static IEnumerable<string> Faults<T>(T options) => options is ICheckedOptions self ? self.Faults() : [];

    private static string Expected(SettingKind kind) => kind switch
    {
        SwitchKind => "true or false",
        WholeNumberKind number => $"a whole number from {number.Min} to {number.Max}",
        DurationKind span => $"a time from {span.Min:c} to {span.Max:c}, written as hours:minutes:seconds",
        ChoiceKind choice => $"{string.Join(", ", choice.Words.SkipLast(1))} or {choice.Words[^1]}",
        AddressListKind => "addresses or networks with commas between them, such as 10.0.0.7, 10.0.0.0/8",
        RolloutKind => "true, false or a part such as 25%, with the ids of people behind it",
        _ => "a list with commas between its items",
    };

    private sealed class FaultsOf<T>(string section, IConfiguration configuration) : IValidateOptions<T> where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            SettingFaults(section, configuration).Concat(Faults(options)).ToList() is { Count: > 0 } faults
                ? ValidateOptionsResult.Fail(faults)
                : ValidateOptionsResult.Success;
    }
}
