using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class PaymentEventConfiguration : IEntityTypeConfiguration<PaymentEvent>
{
    public void Configure(EntityTypeBuilder<PaymentEvent> builder)
    {
        builder.Property(e => e.Id).IsKey(PaymentEvent.IdLength);
        builder.Property(e => e.Type).HasMaxLength(PaymentEvent.TypeLength);
        builder.Property(e => e.ObjectId).IsKey(PaymentEvent.IdLength);
        builder.Property(e => e.Error).HasMaxLength(PaymentEvent.ErrorLength);
        builder.IsKept("What was announced is acted on once, for ever; ids and times only.");
        builder.HasIndex(e => e.NextAttemptAt).HasFilter("NextAttemptAt IS NOT NULL");
        builder.HasIndex(e => e.ObjectId);
    }
}
