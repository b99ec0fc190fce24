using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class AllowanceConfiguration : IEntityTypeConfiguration<Allowance>
{
    public void Configure(EntityTypeBuilder<Allowance> builder)
    {
        builder.HasKey(a => a.AccountId);
        builder.Property(a => a.AccountId).ValueGeneratedNever();
        builder.Property(a => a.PlanKey).IsKey(Allowance.PlanKeyLength);
        builder.HasIndex(a => a.PlanKey);
        builder.IsKept("How far the account's allowance has come, by id.", of: a => a.AccountId);
        builder.HasOne<Account>().WithOne().HasForeignKey<Allowance>(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
