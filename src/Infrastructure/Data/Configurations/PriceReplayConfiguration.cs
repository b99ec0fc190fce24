using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PriceReplayConfiguration : IEntityTypeConfiguration<PriceReplay>
{
    public void Configure(EntityTypeBuilder<PriceReplay> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ModelKey!).IsKey(ChatModel.KeyLength);
        builder.HasIndex(r => r.AskedAt);
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.ReplayId).OnDelete(DeleteBehavior.Cascade);
        builder.IsKept("Figures over everybody, for a day.");
    }
}

internal sealed class PriceReplayLineConfiguration : IEntityTypeConfiguration<PriceReplayLine>
{
    public void Configure(EntityTypeBuilder<PriceReplayLine> builder)
    {
        builder.ToTable("PriceReplayLines");
        builder.HasKey(l => new { l.ReplayId, l.ModelKey });
        builder.Property(l => l.ModelKey).IsKey(ChatModel.KeyLength);
        builder.IsKept("Figures over everybody, for a day.");
    }
}
