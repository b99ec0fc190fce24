using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class GatewayCustomerConfiguration : IEntityTypeConfiguration<GatewayCustomer>
{
    public void Configure(EntityTypeBuilder<GatewayCustomer> builder)
    {
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.AccountId).ValueGeneratedNever();
        builder.Property(c => c.CustomerId).IsKey(GatewayCustomer.IdLength);
        builder.HasIndex(c => c.CustomerId).IsUnique();
        builder.IsKept("Whose payments the gateway's are, by id: money may go back long after.", of: c => c.AccountId);
        builder.HasOne<Account>().WithOne().HasForeignKey<GatewayCustomer>(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
