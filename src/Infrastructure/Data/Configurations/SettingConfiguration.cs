using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Settings;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).IsKey(200);
        builder.Property(s => s.Value).HasMaxLength(4000);
        builder.IsKept("How the site is set, nobody's.");
    }
}
