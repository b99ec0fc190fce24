using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Mail;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.To).HasMaxLength(320);
        builder.Property(m => m.Language).HasMaxLength(10);
        builder.Property(m => m.Arguments).HasMaxLength(4000).HasConversion(
            arguments => JsonSerializer.Serialize(arguments, Json), stored => JsonSerializer.Deserialize<MailArguments>(stored, Json));
        builder.Property(m => m.Error).HasMaxLength(300);

        builder.Is(Personal.Export, of: m => m.To);
        builder.Property(m => m.Arguments).Is(Personal.Erase);
        builder.Property(m => m.RowVersion).Is(Personal.Erase);

        // Whether somebody was written to of late.
        builder.HasIndex(m => new { m.To, m.WrittenAt });

        // Only what still waits: the sweep's question stays small however many letters were sent.
        builder.HasIndex(m => m.NextAttemptAt).HasFilter("NextAttemptAt IS NOT NULL");
    }
}
