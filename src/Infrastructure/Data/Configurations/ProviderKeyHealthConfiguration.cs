using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ProviderKeyHealthConfiguration : IEntityTypeConfiguration<ProviderKeyHealth>
{
    public void Configure(EntityTypeBuilder<ProviderKeyHealth> builder)
    {
        builder.HasKey(h => h.KeyId);
        builder.Property(h => h.KeyId).ValueGeneratedNever();
        builder.IsKept("How providers' keys do, nobody's.");
    }
}
