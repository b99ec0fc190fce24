using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class OpenCallConfiguration : IEntityTypeConfiguration<OpenCall>
{
    public void Configure(EntityTypeBuilder<OpenCall> builder)
    {
        builder.HasKey(c => c.HoldId);
        builder.Property(c => c.HoldId).ValueGeneratedNever();
        builder.Property(c => c.ModelKey).IsKey(ChatModel.KeyLength);
        builder.HasIndex(c => new { c.AccountId, c.UserId });
        builder.IsKept("What an open hold will be charged by, by id.", of: c => c.UserId);
        builder.HasOne<CreditHold>().WithOne().HasForeignKey<OpenCall>(c => c.HoldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ModelPrice>().WithMany().HasForeignKey(c => c.PriceId).OnDelete(DeleteBehavior.Restrict);
    }
}
