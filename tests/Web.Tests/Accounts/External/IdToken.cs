namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>The id token that a provider gives for a code: right in every part, but for what its mood spoils.</summary>
internal sealed class IdToken(ProviderServer server, ProviderServer.Grant grant, string accessToken)
{
    public string Write()
    {
        var key = server.Key;
        switch (server.Mood)
        {
            case ProviderMood.SignsNothing:
                return SigningKey.Unsigned(Claims());
            case ProviderMood.SignsWithItsPublicKey:
                return key.SignByHmac(Claims());
            case ProviderMood.DemandsTheUnknown:
                return key.Sign(Claims(), demanding: true);
            case ProviderMood.ForgesTheSignature or ProviderMood.SignsWithAnUnknownKey:
                using (var other = new SigningKey(key.Algorithm)) return other.Sign(Claims(), server.Mood == ProviderMood.ForgesTheSignature ? key.Id : null);
            default:
                return key.Sign(Claims());
        }
    }

    private Dictionary<string, object?> Claims()
    {
        var claims = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["iss"] = Unless(ProviderMood.NamesAnotherIssuer, server.Issuer, "https://accounts.example.org"),
            ["sub"] = Unless(ProviderMood.NamesNobody, grant.Person.Subject, ""),
            ["aud"] = Audience(),
            ["exp"] = After(Unless(ProviderMood.IsLate, 300, -120)),
            ["iat"] = After(-1),
            ["nbf"] = After(Unless(ProviderMood.IsEarly, -1, 120)),
            ["nonce"] = Nonce(),
            ["at_hash"] = server.Key.HalfHash(Unless(ProviderMood.MixesUpTokens, accessToken, "another")),
            ["name"] = grant.Person.Name,
        };
        if (server.Mood == ProviderMood.NamesAnotherParty) claims["azp"] = "another-client";
        if (!server.HidesTheAddress) (claims["email"], claims["email_verified"]) = (grant.Person.Email, grant.Person.Verified);
        return claims.Where(c => c.Value is not null).ToDictionary(StringComparer.Ordinal);
    }

    private object Audience() => server.Mood switch
    {
        ProviderMood.NamesAnotherAudience => "another-client",
        ProviderMood.NamesTwoAudiences => new[] { ProviderServer.ClientId, "another-client" },
        _ => ProviderServer.ClientId,
    };

    private string? Nonce() => server.Mood switch
    {
        ProviderMood.AnswersAnotherQuestion => "another",
        ProviderMood.AnswersNoQuestion => null,
        _ => grant.Nonce,
    };

    private T Unless<T>(ProviderMood mood, T right, T wrong) => server.Mood == mood ? wrong : right;

    private static long After(int seconds) => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds;
}
