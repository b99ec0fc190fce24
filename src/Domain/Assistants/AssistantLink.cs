using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Assistants;

/// <summary>The unguessable last part of the address under which an assistant is shared.</summary>
public static class AssistantLink
{
    private const int Bytes = 32;
    private const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsWellFormed(string typed) => typed.Length == Length && Base64Url.IsValid(typed);

    public static string HashOf(string link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link)));
}
