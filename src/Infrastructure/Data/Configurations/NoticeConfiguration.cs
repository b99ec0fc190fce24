using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Notices;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Key).IsKey(Notice.KeyLength);
        builder.Property(n => n.Subject).HasMaxLength(Notice.SubjectLength);
        builder.HasIndex(n => new { n.UserId, n.Key }).IsUnique();
        builder.HasIndex(n => new { n.UserId, n.At });
        builder.HasIndex(n => n.At);
        builder.Is(Personal.Export, of: n => n.UserId);
    }
}
