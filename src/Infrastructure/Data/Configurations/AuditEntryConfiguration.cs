using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Admin;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedNever();
        builder.Property(e => e.SubjectId).IsKey(100);
        builder.Property(e => e.Before).HasMaxLength(4000);
        builder.Property(e => e.After).HasMaxLength(4000);
        builder.Property(e => e.Hash).IsKey(64);
        builder.HasIndex(e => e.Hash).IsUnique();
        builder.HasIndex(e => new { e.SubjectId, e.Seq });
        builder.IsAppendOnly();
        builder.IsKept("The log of what was done is for ever; it holds ids and settings, never words about people.");
    }
}
