using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Domain;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;
using SaaSChat.Web.Tests.Data;

namespace SaaSChat.Web.Tests.Privacy;

/// <summary>A person with a row in every table that can hold one of theirs, and in every column that can hold it a word that stands nowhere else.</summary>
internal sealed class Canaries
{
    private const int Length = 8;

    private static int _made;

    private readonly Dictionary<IProperty, string> _words = [];
    private readonly Dictionary<IEntityType, RawRow> _rows = [];

    public Guid PersonId { get; } = Ids.NewId();
    public IEnumerable<string> All => _words.Values;

    public static async Task<Canaries> PlantAsync(AppDbContext db)
    {
        var canaries = new Canaries();

        // What others point to comes first.
        foreach (var table in PersonalTable.AllOf(db).Reverse().Where(t => !HasDocument(t.Entity))) await canaries.PlantAsync(db, table.Entity);
        await canaries.PlantPasskeyAsync(db);
        return canaries;
    }

    /// <summary>As it stands in a file of words: what a blob holds is written in base64 there.</summary>
    public IEnumerable<(string Where, string Word)> Tagged(Personal tag) => _words.Where(w => w.Key.TagOf() == tag)
        .Select(w => (w.Key.Where(), w.Key.ClrType == typeof(byte[]) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(w.Value)) : w.Value));

    private async Task PlantAsync(AppDbContext db, IEntityType entity)
    {
        var row = _rows[entity] = RawRow.Of(entity);
        foreach (var column in entity.GetProperties().Where(c => row.Has(c) && c.TagOf() is not Personal.Keep && IsRoomyEnough(c))) row[column] = Word(column);

        // Neither suspended nor a tombstone yet, and nothing is due: a job that finds work here changes what is compared.
        foreach (var column in entity.GetProperties().Where(c => row.Has(c) && c.IsNullable && (c.TagOf() is Personal.Keep || c.ClrType == typeof(DateTime?)))) row[column] = null;

        var owner = (IProperty)entity.OwnerColumn()!;
        row[owner] = owner.ClrType == typeof(string) ? AddressIn(owner) : Above(owner) ?? PersonId;
        await row.InsertAsync(db);
    }

    // The one table with a document in a column.
    private async Task PlantPasskeyAsync(AppDbContext db)
    {
        var passkey = db.Model.FindEntityType(typeof(IdentityUserPasskey<Guid>))!;
        var data = passkey.GetNavigations().Single().TargetEntityType;
        db.UserPasskeys.Add(new IdentityUserPasskey<Guid>
        {
            UserId = PersonId,
            CredentialId = (byte[])Word(passkey.FindProperty(nameof(IdentityUserPasskey<Guid>.CredentialId))!),
            Data = new IdentityPasskeyData
            {
                Name = (string)Word(data.FindProperty(nameof(IdentityPasskeyData.Name))!),
                PublicKey = (byte[])Word(data.FindProperty(nameof(IdentityPasskeyData.PublicKey))!),
                AttestationObject = [],
                ClientDataJson = [],
            },
        });
        await db.SaveChangesAsync();
    }

    private static bool HasDocument(IEntityType entity) => entity.GetNavigations().Any(n => n.TargetEntityType.IsMappedToJson());

    private object? Above(IProperty owner) => owner.GetContainingForeignKeys().Where(k => k.Properties.Count == 1 && k.PrincipalEntityType.ClrType != typeof(AppUser))
        .Select(k => _rows.GetValueOrDefault(k.PrincipalEntityType)?.KeyValues[0]).FirstOrDefault(key => key is not null);

    // Letters name their person by the address alone, in whatever case it was typed.
    private string AddressIn(IProperty column)
    {
        var (user, row) = _rows.Single(r => r.Key.ClrType == typeof(AppUser));
        return _words[column] = ((string)row[user.FindProperty(nameof(AppUser.NormalizedEmail))!]!).ToLowerInvariant();
    }

    private object Word(IProperty column)
    {
        var word = _words[column] = "ZQ" + Interlocked.Increment(ref _made).ToString("D6", CultureInfo.InvariantCulture);
        return column.ClrType switch
        {
            var type when type == typeof(string) => word,
            var type when type == typeof(byte[]) => Encoding.UTF8.GetBytes(word),
            var type when type == typeof(MailArguments) => new MailArguments { Name = word },
            var type when type == typeof(IReadOnlyList<string>) => new[] { word },
            var type => throw new InvalidOperationException($"{column.Where()} is a {type.Name}: say here how a word stands in it."),
        };
    }

    private static bool IsRoomyEnough(IProperty column) =>
        (column.ClrType == typeof(string) || column.ClrType == typeof(byte[]) || !column.ClrType.IsValueType) && (column.GetMaxLength() ?? Length) >= Length;
}
