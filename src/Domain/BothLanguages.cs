namespace SaaSChat.Domain;

/// <summary>What somebody of the house wrote for everybody, in each language.</summary>
public sealed record BothLanguages(string English, string Arabic)
{
    public string In(string language) => language == "ar" ? Arabic : English;
}
