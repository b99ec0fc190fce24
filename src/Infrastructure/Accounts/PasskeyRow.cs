using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A passkey as its person sees it in a list.</summary>
public sealed record PasskeyRow(string Id, string? Name, DateTime CreatedAt)
{
    /// <summary>Null when it is not an id as we write them.</summary>
    public static byte[]? Bytes(string? id) => id is not null && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;
}

public static class PasskeyQueries
{
    public static async Task<IReadOnlyList<PasskeyRow>> PasskeysOfAsync(this UserManager<AppUser> users, Guid userId)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("Nobody has this id.");
        return [.. (await users.GetPasskeysAsync(user)).OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), string.IsNullOrEmpty(p.Name) ? null : p.Name, p.CreatedAt.UtcDateTime))];
    }
}
