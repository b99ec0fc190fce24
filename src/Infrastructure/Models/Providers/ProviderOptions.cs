using SaaSChat.Infrastructure.Models.Wire;

namespace SaaSChat.Infrastructure.Models.Providers;

/// <summary>Section "Providers:[name]": where a provider is asked, and with which keys.</summary>
public sealed class ProviderOptions
{
    /// <summary>Empty is not set: containers pass on variables that have no value.</summary>
    public string? ApiKey { get; set; }
    public IList<ProviderKeyOptions> Keys { get; set; } = [];
    public string? BaseUrl { get; set; }
    public ChatProtocol? Protocol { get; set; }

    /// <summary>What the provider calls a model, by our key, where that differs: a deployment, say.</summary>
    public IDictionary<string, string> Models { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Azure's, where its addresses still carry one.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>Whether it may stand on this machine or in a private network.</summary>
    public bool AllowPrivate { get; set; }

    public Patience Patience { get; set; } = new();

    public IEnumerable<ProviderKeyOptions> AllKeys => string.IsNullOrEmpty(ApiKey) ? Keys : Keys.Prepend(new ProviderKeyOptions { Key = ApiKey });
}

public sealed class ProviderKeyOptions
{
    public string Key { get; set; } = "";

    /// <summary>A key of weight 2 is asked twice as often as one of weight 1.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>How often it may be asked in a minute.</summary>
    public int? PerMinute { get; set; }
}

public enum ChatProtocol
{
    OpenAI,
    Anthropic,
}
