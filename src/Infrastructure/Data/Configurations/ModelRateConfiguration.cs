using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ModelRateConfiguration : IEntityTypeConfiguration<ModelRate>
{
    public void Configure(EntityTypeBuilder<ModelRate> builder)
    {
        builder.HasKey(r => new { r.PriceId, r.Tier, r.Kind });
        builder.Property(r => r.Tier).IsKey(40);
        builder.Property(r => r.Kind).IsKey(40);
        builder.IsAppendOnly();
        builder.IsKept("The catalogue's prices.");
    }
}
