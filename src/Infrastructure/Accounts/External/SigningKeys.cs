using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>The public keys that a provider signs with, as its key set lists them.</summary>
internal sealed class SigningKeys
{
    // A set that is longer than any real one is not walked to its end.
    private const int Most = 64;

    private readonly List<JsonElement> _keys;

    private SigningKeys(List<JsonElement> keys) => _keys = keys;

    public static SigningKeys Read(JsonElement set) =>
        set.TryGetProperty("keys", out var keys) && keys.ValueKind == JsonValueKind.Array
            ? new SigningKeys([.. keys.EnumerateArray().Take(Most).Where(k => k.ValueKind == JsonValueKind.Object)])
            : throw new ExternalSignInException(ExternalProblem.Failed, "The key set has no keys.");

    /// <summary>The key of that id; without an id, the only one that could have signed so.</summary>
    public JsonElement? Find(SigningAlgorithm algorithm, string? id)
    {
        var fitting = _keys.Where(k => Fits(k, algorithm) && (id is null || ExternalIdentity.TextAt(k, "kid") == id)).ToList();
        return fitting is [var only] ? only : null;
    }

    private static bool Fits(JsonElement key, SigningAlgorithm algorithm) =>
        ExternalIdentity.TextAt(key, "kty") == algorithm.KeyType
        && ExternalIdentity.TextAt(key, "use") is null or "sig"
        && (ExternalIdentity.TextAt(key, "alg") is not { } named || named == algorithm.Name);
}
