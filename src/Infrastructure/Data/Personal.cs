using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaaSChat.Infrastructure.Data;

/// <summary>What becomes of a column when its person asks for their data, and when they ask to be forgotten.</summary>
public enum Personal
{
    /// <summary>Handed out to them; gone with them.</summary>
    Export,

    /// <summary>Never handed out, such as a hash or a token; gone with them.</summary>
    Erase,

    /// <summary>Stays: opaque ids, figures and times only. Handed out where the row says whose it is.</summary>
    Keep,
}

/// <summary>Tags every column, in the configuration of its entity. What an entity says holds for those of its columns that say nothing themselves.</summary>
public static class PersonalTags
{
    private const string Tag = "Saaschat:Personal";
    private const string Reason = "Saaschat:PersonalKept";
    private const string Owner = "Saaschat:PersonalOwner";

    /// <param name="entity">The entity whose rows are a person's.</param>
    /// <param name="tag">What becomes of its columns.</param>
    /// <param name="of">The column that says whose: a person's id, their address, or the key of a row that says it in turn.</param>
    public static void Is<T>(this EntityTypeBuilder<T> entity, Personal tag, Expression<Func<T, object?>> of) where T : class =>
        entity.HasAnnotation(Tag, tag.ToString()).HasAnnotation(Owner, NameOf(of));

    /// <param name="entity">The entity whose rows outlive a person.</param>
    /// <param name="why">Why they must.</param>
    /// <param name="of">Left out where the rows are nobody's.</param>
    public static void IsKept<T>(this EntityTypeBuilder<T> entity, string why, Expression<Func<T, object?>>? of = null) where T : class
    {
        entity.HasAnnotation(Tag, nameof(Personal.Keep)).HasAnnotation(Reason, why);
        if (of is not null) entity.HasAnnotation(Owner, NameOf(of));
    }

    public static PropertyBuilder<T> Is<T>(this PropertyBuilder<T> column, Personal tag) => column.HasAnnotation(Tag, tag.ToString());

    public static PropertyBuilder<T> IsKept<T>(this PropertyBuilder<T> column, string why) => column.HasAnnotation(Tag, nameof(Personal.Keep)).HasAnnotation(Reason, why);

    /// <summary>Null for a column that nobody has thought about.</summary>
    public static Personal? TagOf(this IReadOnlyProperty column) =>
        Said(column, Tag) is { } tag ? Enum.Parse<Personal>(tag) : null;

    public static string? WhyKept(this IReadOnlyProperty column) => Said(column, Reason);

    /// <summary>The column that says whose a row is; null where it is nobody's.</summary>
    public static IReadOnlyProperty? OwnerColumn(this IReadOnlyEntityType entity) =>
        entity.FindAnnotation(Owner)?.Value is string name ? entity.FindProperty(name) : null;

    // What stands in a document column is as personal as the row around it.
    private static string? Said(IReadOnlyProperty column, string what) =>
        (column.FindAnnotation(what) ?? Root(column.DeclaringType).FindAnnotation(what))?.Value as string;

    private static IReadOnlyEntityType Root(IReadOnlyTypeBase type) =>
        type.ContainingEntityType is { } entity && entity.FindOwnership() is { } owned ? Root(owned.PrincipalEntityType) : type.ContainingEntityType;

    private static string NameOf<T>(Expression<Func<T, object?>> of) =>
        ((MemberExpression)(of.Body is UnaryExpression converted ? converted.Operand : of.Body)).Member.Name;
}
