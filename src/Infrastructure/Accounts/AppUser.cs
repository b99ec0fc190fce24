using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A person who can sign in.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Ids.NewId();

    public string Name { get; set; } = "";
    public DateTime CreatedAt { get; init; }
}
