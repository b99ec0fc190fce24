using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.CodeHash).IsKey(64);
        builder.HasIndex(i => i.CodeHash).IsUnique();
        builder.IsKept("The site's codes; they name nobody.");
    }
}
