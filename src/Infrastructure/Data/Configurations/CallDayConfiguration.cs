using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class CallDayConfiguration : IEntityTypeConfiguration<CallDay>
{
    public void Configure(EntityTypeBuilder<CallDay> builder)
    {
        builder.HasKey(d => new { d.Day, d.ModelKey, d.Slot });
        builder.Property(d => d.ModelKey).IsKey(ChatModel.KeyLength);
        foreach (var column in CallDayColumns.AllTook.Concat(CallDayColumns.AllFirst)) builder.Property<long>(column).HasDefaultValue(0L);
        builder.Property(d => d.Calls).HasDefaultValue(0L);
        builder.Property(d => d.Failed).HasDefaultValue(0L);
        builder.IsKept("Sums over everybody.");
    }
}
