namespace SaaSChat.Web.Localization;

/// <summary>Names inside a sentence keep their own direction; where no bdi element can stand, two invisible marks do its work.</summary>
public static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    public static string Isolate(string name) => $"{FirstStrongIsolate}{name}{PopDirectionalIsolate}";
}
