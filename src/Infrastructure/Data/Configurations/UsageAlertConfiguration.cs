using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class UsageAlertConfiguration : IEntityTypeConfiguration<UsageAlert>
{
    public void Configure(EntityTypeBuilder<UsageAlert> builder)
    {
        builder.HasKey(a => new { a.AccountId, a.UserId, a.Kind, a.FirstDay, a.Threshold });
        builder.Property(a => a.Kind).IsKey(40);
        builder.HasIndex(a => a.At).HasFilter("ToldAt IS NULL");
        builder.Is(Personal.Export, of: a => a.UserId);
    }
}
