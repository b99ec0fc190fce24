using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.News;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.English).HasMaxLength(Incident.TitleLength);
        builder.Property(i => i.Arabic).HasMaxLength(Incident.TitleLength);
        builder.Ignore(i => i.Title);
        builder.HasMany(i => i.Updates).WithOne().HasForeignKey(u => u.IncidentId);
        builder.HasIndex(i => i.BegunAt);
        builder.IsKept("What the status page says; nobody's.");
    }
}

internal sealed class IncidentUpdateConfiguration : IEntityTypeConfiguration<IncidentUpdate>
{
    public void Configure(EntityTypeBuilder<IncidentUpdate> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.English).HasMaxLength(IncidentUpdate.TextLength);
        builder.Property(u => u.Arabic).HasMaxLength(IncidentUpdate.TextLength);
        builder.Ignore(u => u.Words);
        builder.IsKept("What the status page says; nobody's.");
    }
}
