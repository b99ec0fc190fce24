using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class UsageLimitConfiguration : IEntityTypeConfiguration<UsageLimit>
{
    public void Configure(EntityTypeBuilder<UsageLimit> builder)
    {
        builder.HasKey(l => new { l.AccountId, l.UserId, l.SetBy });
        builder.Property(l => l.SetBy).IsKey(40);
        builder.Is(Personal.Export, of: l => l.UserId);
    }
}
