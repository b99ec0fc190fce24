using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats.Sharing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class ShareReportConfiguration : IEntityTypeConfiguration<ShareReport>
{
    public void Configure(EntityTypeBuilder<ShareReport> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Words).HasMaxLength(ShareReport.MostWords);
        builder.HasIndex(r => new { r.DecidedAt, r.At });
        builder.HasIndex(r => r.UserId);
        builder.Is(Personal.Export, of: r => r.UserId);
        builder.HasOne<Share>().WithMany().HasForeignKey(r => r.ShareId).OnDelete(DeleteBehavior.Cascade);
    }
}
