using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class UsagePartConfiguration : IEntityTypeConfiguration<UsagePart>
{
    public void Configure(EntityTypeBuilder<UsagePart> builder)
    {
        builder.HasKey(p => new { p.AccountId, p.Seq, p.Kind });
        builder.Property(p => p.Kind).IsKey(40);
        builder.IsAppendOnly();
        builder.IsKept("What a charge is made of, by id.", of: p => p.AccountId);
    }
}
