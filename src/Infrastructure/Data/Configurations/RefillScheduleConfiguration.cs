using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class RefillScheduleConfiguration : IEntityTypeConfiguration<RefillSchedule>
{
    public void Configure(EntityTypeBuilder<RefillSchedule> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.PlanKey!).IsKey(Allowance.PlanKeyLength);
        builder.ComplexProperty(s => s.Every);
        builder.IsKept("When credits come by the clock, by id.", of: s => s.AccountId);
        builder.HasIndex(s => s.AccountId).IsUnique();
        builder.HasIndex(s => s.PlanKey).IsUnique();
        builder.HasOne<Account>().WithOne().HasForeignKey<RefillSchedule>(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
