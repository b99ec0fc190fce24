using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class NetworkKeyConfiguration : IEntityTypeConfiguration<NetworkKey>
{
    public void Configure(EntityTypeBuilder<NetworkKey> builder)
    {
        builder.HasKey(k => k.Month);
        builder.Property(k => k.Month).IsKey(NetworkKey.MonthLength);
        builder.Property(k => k.Wrapped).HasMaxLength(1000);
        builder.IsKept("A month's key for the networks of guests; nobody's.");
    }
}
