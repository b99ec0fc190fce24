using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>A JSON web token in its compact form, taken apart but not believed yet.</summary>
internal sealed record SignedToken(SigningAlgorithm Algorithm, string? KeyId, JsonElement Claims, byte[] Signed, byte[] Signature)
{
    public static SignedToken Read(string compact)
    {
        if (compact.Split('.') is not [var header, var claims, var signature]) throw Unreadable();

        try
        {
            var head = Json(header);
            if (head.TryGetProperty("crit", out _)) throw new ExternalSignInException(ExternalProblem.Failed, "The id token demands what we do not know.");

            var name = ExternalIdentity.TextAt(head, "alg");
            var algorithm = SigningAlgorithm.Find(name) ?? throw new ExternalSignInException(ExternalProblem.Failed, "The id token is signed in a way that does not count.");
            return new SignedToken(algorithm, ExternalIdentity.TextAt(head, "kid"), Json(claims), Encoding.ASCII.GetBytes($"{header}.{claims}"), Base64Url.DecodeFromChars(signature));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw Unreadable();
        }
    }

    public bool IsSignedBy(JsonElement key) => Algorithm.Verifies(key, Signed, Signature);

    private static JsonElement Json(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Unreadable();
    }

    private static ExternalSignInException Unreadable() => new(ExternalProblem.Failed, "The id token cannot be read.");
}
