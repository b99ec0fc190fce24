using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Mail;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class MailRefusalConfiguration : IEntityTypeConfiguration<MailRefusal>
{
    public void Configure(EntityTypeBuilder<MailRefusal> builder)
    {
        builder.HasKey(r => new { r.UserId, r.Topic });
        builder.Property(r => r.Topic).IsKey(40);
        builder.Is(Personal.Export, of: r => r.UserId);
    }
}
