using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class GatewayCursorConfiguration : IEntityTypeConfiguration<GatewayCursor>
{
    public void Configure(EntityTypeBuilder<GatewayCursor> builder)
    {
        builder.HasKey(c => c.Name);
        builder.Property(c => c.Name).IsKey(40);
        builder.IsKept("How far a comparison has come; nobody's.");
    }
}
