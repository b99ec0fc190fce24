using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Notices;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AlertWishConfiguration : IEntityTypeConfiguration<AlertWish>
{
    public void Configure(EntityTypeBuilder<AlertWish> builder)
    {
        builder.HasKey(w => w.UserId);
        builder.Property(w => w.UserId).ValueGeneratedNever();
        builder.HasIndex(w => w.AccountId);
        builder.Is(Personal.Export, of: w => w.UserId);
    }
}
