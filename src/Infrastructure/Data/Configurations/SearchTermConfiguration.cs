using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Chats.Search;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class SearchTermConfiguration : IEntityTypeConfiguration<SearchTerm>
{
    public void Configure(EntityTypeBuilder<SearchTerm> builder)
    {
        // The newest of a word stand together at its end.
        builder.HasKey(t => new { t.OwnerKey, t.Term, t.No });
        builder.Property(t => t.Term).IsKey(SearchWords.Longest);

        // Whether a message has a word too, and which words go with a message.
        builder.HasIndex(t => new { t.No, t.Term });
        builder.Is(Personal.Erase, of: t => t.No);
        builder.HasOne<IndexedMessage>().WithMany().HasForeignKey(t => t.No).OnDelete(DeleteBehavior.Cascade);
    }
}
