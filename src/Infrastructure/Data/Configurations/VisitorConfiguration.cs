using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class VisitorConfiguration : IEntityTypeConfiguration<Visitor>
{
    public void Configure(EntityTypeBuilder<Visitor> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Network).IsKey(Visitor.NetworkLength);
        builder.HasIndex(v => new { v.Network, v.Day, v.Place }).IsUnique();
        builder.HasIndex(v => v.CameAt);
        builder.IsKept("A guest's trial, whom nothing here names.");
        builder.HasOne<Account>().WithOne().HasForeignKey<Visitor>(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
