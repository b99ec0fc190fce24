using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class BulkGrantConfiguration : IEntityTypeConfiguration<BulkGrant>
{
    public void Configure(EntityTypeBuilder<BulkGrant> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasIndex(g => g.AskedAt);
        builder.IsKept("What was given to how many, by id; why stands in the log.");
    }
}
