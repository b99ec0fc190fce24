using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Privacy;

/// <summary>A table with rows of people, as the tags of its columns tell. Its SQL asks for {0}, a person's id, and {1}, their normalised address.</summary>
public sealed class PersonalTable
{
    private readonly ISqlGenerationHelper _sql;
    private readonly string _whose;

    private PersonalTable(IEntityType entity, ISqlGenerationHelper sql)
    {
        (Entity, _sql) = (entity, sql);
        _whose = Whose(entity);
    }

    public IEntityType Entity { get; }

    public IEnumerable<IProperty> Exported => Entity.GetProperties().Where(p => p.TagOf() is not Personal.Erase);

    public string Select => $"SELECT * FROM {Name(Entity)} WHERE {_whose}";

    /// <summary>Rows go whole, unless something of them is kept: then they are emptied. Null where there is nothing to erase.</summary>
    public string? Erase
    {
        get
        {
            var erased = Entity.GetProperties().Where(p => p.TagOf() is not Personal.Keep).ToList();
            if (erased.Count == 0) return null;
            return erased.Count == Entity.GetProperties().Count()
                ? $"DELETE FROM {Name(Entity)} WHERE {_whose}"
                : $"UPDATE {Name(Entity)} SET {string.Join(", ", erased.Select(p => $"{Column(p)} = {Blank(p)}"))} WHERE {_whose}";
        }
    }

    /// <summary>A row comes before the one that it points to, so that they can be deleted in this order.</summary>
    public static IReadOnlyList<PersonalTable> AllOf(AppDbContext db)
    {
        var left = db.Model.GetEntityTypes().Where(e => e.OwnerColumn() is not null).ToList();
        var sorted = new List<IEntityType>();
        while (left.Count > 0)
        {
            var free = left.Where(e => !left.Exists(other => other != e && other.GetForeignKeys().Any(k => k.PrincipalEntityType == e))).ToList();
            if (free.Count == 0) throw new InvalidOperationException($"These tables point to each other in a circle: {string.Join(", ", left.Select(e => e.DisplayName()))}.");

            sorted.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        var sql = db.GetService<ISqlGenerationHelper>();
        return sorted.ConvertAll(e => new PersonalTable(e, sql));
    }

    private string Whose(IEntityType entity)
    {
        var owner = (IProperty)entity.OwnerColumn()!;
        if (owner.ClrType == typeof(string)) return $"UPPER({Column(owner)}) = {{1}}";

        var key = entity.GetForeignKeys().FirstOrDefault(
            k => k.Properties.Contains(owner) && k.PrincipalEntityType.ClrType != typeof(AppUser) && k.PrincipalEntityType.OwnerColumn() is not null);
        return key is null ? $"{Column(owner)} = {{0}}" : $"EXISTS (SELECT 1 FROM {Name(key.PrincipalEntityType)} WHERE {Same(key)} AND {Whose(key.PrincipalEntityType)})";
    }

    private string Same(IForeignKey key) => string.Join(" AND ", key.Properties.Zip(key.PrincipalKey.Properties, (here, there) =>
        $"{Name(key.PrincipalEntityType)}.{Column(there)} = {Name(key.DeclaringEntityType)}.{Column(here)}"));

    private string Name(IEntityType entity) => _sql.DelimitIdentifier(entity.GetTableName()!);

    private string Column(IProperty property) => _sql.DelimitIdentifier(property.GetColumnName());

    private static string Blank(IProperty property) =>
        property.IsNullable ? "NULL" : Type.GetTypeCode(property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) switch
        {
            TypeCode.String => "''",
            TypeCode.Boolean or TypeCode.Int32 or TypeCode.Int64 => "0",
            _ => throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} cannot be emptied: keep it, or let it be null."),
        };
}
