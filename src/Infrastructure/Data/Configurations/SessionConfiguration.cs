using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Device).HasMaxLength(Session.DeviceLength);
        builder.Property(s => s.Address).HasMaxLength(Session.AddressLength);
        builder.HasIndex(s => new { s.UserId, s.EndsAt });
        builder.HasIndex(s => s.EndsAt);
        builder.Is(Personal.Export, of: s => s.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
