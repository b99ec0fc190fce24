using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ProviderKeyConfiguration : IEntityTypeConfiguration<ProviderKey>
{
    public void Configure(EntityTypeBuilder<ProviderKey> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Provider).HasMaxLength(ProviderKey.ProviderLength);
        builder.Property(k => k.Host).HasMaxLength(ProviderKey.HostLength);
        builder.Property(k => k.Label).HasMaxLength(ProviderKey.LabelLength);
        builder.Property(k => k.Tail).HasMaxLength(ProviderKey.TailLength);
        builder.Property(k => k.SealedKey).HasMaxLength(ProviderKey.SealedLength);
        builder.Ignore(k => k.Limits);
        builder.IsKept("What the site asks providers with, sealed; nobody's.");
        builder.ToTable(t => t.HasCheckConstraint("CK_ProviderKeys_Weight", "Weight > 0"));
    }
}
