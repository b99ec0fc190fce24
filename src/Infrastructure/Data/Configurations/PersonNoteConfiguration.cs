using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PersonNoteConfiguration : IEntityTypeConfiguration<PersonNote>
{
    public void Configure(EntityTypeBuilder<PersonNote> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(PersonNote.TextLength);
        builder.HasIndex(n => new { n.PersonId, n.At });
        builder.Is(Personal.Export, of: n => n.PersonId);

        // A colleague's id is no part of what is handed out.
        builder.Property(n => n.AuthorId).Is(Personal.Erase);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
