using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Web.Tests.Data;

/// <summary>Nobody adds a column without saying what becomes of it when its person asks for their data or leaves.</summary>
public sealed class PersonalModelTests
{
    // Where a row names its person in a column that is no key to their own row.
    private static readonly string[] NamesOfPeople = ["UserId", "PersonId"];

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Every_column_is_exported_erased_or_kept(string provider) => Assert.Empty(Columns(provider).Where(c => c.TagOf() is null).Select(c => c.Where()));

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Whatever_is_kept_says_why(string provider) =>
        Assert.Empty(Columns(provider).Where(c => c.TagOf() is Personal.Keep && string.IsNullOrWhiteSpace(c.WhyKept())).Select(c => c.Where()));

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Whatever_is_exported_or_erased_is_somebodys(string provider) =>
        Assert.Empty(Columns(provider).Where(c => c.TagOf() is not Personal.Keep && Root(c).OwnerColumn() is null).Select(c => c.Where()));

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Whoever_a_row_belongs_to_is_found(string provider) =>
        Assert.Empty(Entities(provider).Where(e => e.OwnerColumn() is not null && !LeadsToSomebody(e)).Select(e => e.DisplayName()));

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void A_log_that_cannot_be_changed_is_kept_whole(string provider) =>
        Assert.Empty(Entities(provider).Where(e => e.IsAppendOnly()).SelectMany(e => e.GetProperties()).Where(c => c.TagOf() is not Personal.Keep).Select(c => c.Where()));

    [Theory, MemberData(nameof(Models.Providers), MemberType = typeof(Models))]
    public void Every_row_that_stays_can_be_emptied(string provider) => Assert.NotEmpty(PersonalTable.AllOf(Models.Of(provider)).Select(t => t.Erase).ToList());

    private static IEnumerable<IEntityType> Entities(string provider) => Models.Of(provider).Model.GetEntityTypes();

    private static IEnumerable<IProperty> Columns(string provider) => Entities(provider).SelectMany(e => e.GetProperties());

    private static IReadOnlyEntityType Root(IReadOnlyProperty column)
    {
        var entity = column.DeclaringType.ContainingEntityType;
        while (entity.FindOwnership() is { } owned) entity = owned.PrincipalEntityType;
        return entity;
    }

    private static bool LeadsToSomebody(IReadOnlyEntityType entity)
    {
        var owner = entity.OwnerColumn()!;
        if (entity.ClrType == typeof(AppUser) || owner.ClrType == typeof(string) || NamesOfPeople.Contains(owner.Name, StringComparer.Ordinal)) return true;
        return entity.GetForeignKeys().Where(k => k.Properties.Contains(owner)).Select(k => k.PrincipalEntityType)
            .Any(e => e.OwnerColumn() is not null && LeadsToSomebody(e));
    }
}
