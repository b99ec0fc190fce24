namespace SaaSChat.Web.Accounts.External;

internal static class ExternalPaths
{
    public const string SignIn = "/account/sign-in";
    public const string Arrival = "/account/external";
    public const string Linked = "/account/security/linked";
    public const string Linking = "/account/security/linking";

    public static string CallbackOf(string key) => $"/signin/{key}/callback";
}
