using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SaaSChat.Domain.Assistants;

namespace SaaSChat.Infrastructure.Assistants;

/// <summary>Makes the links by which assistants are shared, and reads them again for their owners.</summary>
public sealed class AssistantLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("SaaSChat.AssistantLinks");

    public void Share(Assistant assistant)
    {
        var link = AssistantLink.New();
        assistant.ShareBy(AssistantLink.HashOf(link), _seal.Protect(Encoding.UTF8.GetBytes(link)));
    }

    public string? Of(Assistant assistant) => assistant.SealedLink is { } link ? Encoding.UTF8.GetString(_seal.Unprotect(link)) : null;
}
