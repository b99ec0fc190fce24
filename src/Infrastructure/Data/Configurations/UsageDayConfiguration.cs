using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class UsageDayConfiguration : IEntityTypeConfiguration<UsageDay>
{
    public void Configure(EntityTypeBuilder<UsageDay> builder)
    {
        builder.HasKey(d => new { d.AccountId, d.UserId, d.Day, d.ModelKey, d.Source, d.KeyId });
        builder.Property(d => d.ModelKey).IsKey(ChatModel.KeyLength);
        builder.Property(d => d.Source).IsKey(40);
        builder.IsKept("Sums of what was charged, by id.", of: d => d.UserId);
    }
}
