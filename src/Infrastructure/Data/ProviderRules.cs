using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Where the two databases need different words for one intention.</summary>
internal static class ProviderRules
{
    private const string BinaryText = "Saaschat:BinaryText";
    private const string AppendOnly = "Saaschat:AppendOnly";

    // Keys, event ids and hashes: equal only when the same to the letter.
    public static PropertyBuilder<T> IsKey<T>(this PropertyBuilder<T> property, int length) =>
        property.HasMaxLength(length).HasAnnotation(BinaryText, true);

    // The rows are refused any change by triggers, which the table's migration creates (AppendOnlyTriggers).
    public static void IsAppendOnly<T>(this EntityTypeBuilder<T> entity) where T : class => entity.HasAnnotation(AppendOnly, true);

    public static bool IsAppendOnly(this IReadOnlyEntityType entity) => entity.FindAnnotation(AppendOnly) is not null;

    public static void UseProviderRules(this ModelBuilder model, bool sqlServer)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType)) UseRowVersion(model.Entity(entity.ClrType), sqlServer);
            if (sqlServer && entity.IsAppendOnly()) model.Entity(entity.ClrType).ToTable(t => t.HasTrigger(AppendOnlyTriggers.NameFor(entity.GetTableName()!)));
            if (sqlServer) UseBinaryCollation(entity);
        }
    }

    private static void UseRowVersion(EntityTypeBuilder entity, bool sqlServer)
    {
        var version = entity.Property(nameof(IVersioned.RowVersion));
        if (sqlServer) version.IsRowVersion();
        else version.IsConcurrencyToken().ValueGeneratedNever();
    }

    private static void UseBinaryCollation(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties().Where(p => p.FindAnnotation(BinaryText) is not null))
            property.SetCollation("Latin1_General_100_BIN2");
    }
}
