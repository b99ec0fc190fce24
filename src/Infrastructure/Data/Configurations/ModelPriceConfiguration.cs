using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ModelPriceConfiguration : IEntityTypeConfiguration<ModelPrice>
{
    public void Configure(EntityTypeBuilder<ModelPrice> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ModelKey).IsKey(ChatModel.KeyLength);
        builder.IsKept("The catalogue's prices.");
        builder.Property(p => p.OffPeak).HasMaxLength(200).HasConversion(hours => hours!.ToString(), stored => OffPeakHours.Parse(stored));
        builder.HasIndex(p => new { p.ModelKey, p.From }).IsUnique().HasFilter("TakenBackAt IS NULL");
        builder.HasMany(p => p.Rates).WithOne().HasForeignKey(r => r.PriceId).OnDelete(DeleteBehavior.Restrict);
    }
}
