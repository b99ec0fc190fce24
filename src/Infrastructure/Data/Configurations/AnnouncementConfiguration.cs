using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.News;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.English).HasMaxLength(Announcement.TextLength);
        builder.Property(a => a.Arabic).HasMaxLength(Announcement.TextLength);
        builder.Ignore(a => a.Words);
        builder.HasIndex(a => a.Until);
        builder.IsKept("What the house says to many; nobody's.");
    }
}
