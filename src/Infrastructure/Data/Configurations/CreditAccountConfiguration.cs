using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CreditAccountConfiguration : IEntityTypeConfiguration<CreditAccount>
{
    public void Configure(EntityTypeBuilder<CreditAccount> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.LastHash).IsKey(64);
        builder.IsKept("The ledger's balance, by id.", of: a => a.Id);
        builder.HasIndex(a => a.AllowanceDueAt).HasFilter("AllowanceDueAt IS NOT NULL");
        builder.HasOne<Account>().WithOne().HasForeignKey<CreditAccount>(a => a.Id).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Entries).WithOne().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_CreditAccounts_NeverNegative", "Held >= 0 AND Available >= Held AND Debt >= 0"));
    }
}
