using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class UsageRecordConfiguration : IEntityTypeConfiguration<UsageRecord>
{
    public void Configure(EntityTypeBuilder<UsageRecord> builder)
    {
        builder.HasKey(r => new { r.AccountId, r.Seq });
        builder.Property(r => r.Seq).ValueGeneratedNever();
        builder.Property(r => r.ModelKey).IsKey(ChatModel.KeyLength);
        builder.HasIndex(r => r.HoldId).IsUnique();
        builder.HasIndex(r => new { r.AccountId, r.ConversationId });
        builder.HasMany(r => r.Parts).WithOne().HasForeignKey(p => new { p.AccountId, p.Seq }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CreditAccount>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.IsAppendOnly();
        builder.IsKept("What was charged, by id.", of: r => r.UserId);
    }
}
