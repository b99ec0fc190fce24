using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ProviderHealthConfiguration : IEntityTypeConfiguration<ProviderHealth>
{
    public void Configure(EntityTypeBuilder<ProviderHealth> builder)
    {
        builder.HasKey(h => h.Provider);
        builder.Property(h => h.Provider).IsKey(ProviderHealth.ProviderLength);
        builder.IsKept("How providers do, nobody's.");
    }
}
