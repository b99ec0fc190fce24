namespace SaaSChat.Web.Pages.Account;

/// <summary>A form that asks for a passkey, and where the answer goes. It stays hidden where the browser cannot give one.</summary>
public sealed record PasskeyAsking(string Page, string? ReturnUrl, string? Handler = null, bool Autofill = false);
