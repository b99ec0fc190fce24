using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Admin;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AuditNoteConfiguration : IEntityTypeConfiguration<AuditNote>
{
    public void Configure(EntityTypeBuilder<AuditNote> builder)
    {
        builder.HasKey(n => n.Seq);
        builder.Property(n => n.Seq).ValueGeneratedNever();
        builder.Property(n => n.Reason).HasMaxLength(1000);
        builder.HasIndex(n => n.PersonId);
        builder.Is(Personal.Erase, of: n => n.PersonId);
        builder.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditNote>(n => n.Seq).OnDelete(DeleteBehavior.Restrict);
    }
}
