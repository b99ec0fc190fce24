using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing.Packages;

/// <summary>How admins make and change packages. Every node shows what is there within about a second; what is ordered is read afresh anyway.</summary>
public sealed class PackageKeeping(AppDbContext db, AuditLog audit, ChangeNotices notices)
{
    public Task<TokenPackage?> FindAsync(string key, CancellationToken cancel) => db.TokenPackages.AsNoTracking().Include(p => p.Prices).SingleOrDefaultAsync(p => p.Key == key, cancel);

    public async Task<IReadOnlyList<TokenPackage>> AllAsync(CancellationToken cancel) =>
        await db.TokenPackages.AsNoTracking().Include(p => p.Prices).OrderBy(p => p.Credits).ThenBy(p => p.Key).ToListAsync(cancel);

    /// <summary>As it would be shown, beside the others as they are; whether it is offered or not.</summary>
    public async Task<PackageOffer> PreviewAsync(string key, long credits, PackageDraft draft, CancellationToken cancel)
    {
        var others = (await AllAsync(cancel)).Where(p => p.Key != key);
        return PackageShelf.Of([.. others, TokenPackage.Make(key, credits, draft with { IsOffered = true })]).Single(p => p.Key == key);
    }

    /// <summary>False where there is one of so many credits.</summary>
    public async Task<bool> MakeAsync(long credits, PackageDraft draft, AuditActor by, CancellationToken cancel)
    {
        var made = TokenPackage.Make(string.Create(CultureInfo.InvariantCulture, $"credits-{credits}"), credits, draft);
        if (await db.TokenPackages.AnyAsync(p => p.Credits == credits || p.Key == made.Key, cancel)) return false;

        await audit.RecordAsync(by, new AuditAct(AuditAction.PackageMade, made.Key, After: Written(made)), null, async () =>
        {
            db.TokenPackages.Add(made);
            await notices.RaiseAsync(db, OfferedPackages.Topic, cancel);
        }, cancel);
        return true;
    }

    /// <summary>False where there is none, and where somebody changed it since it was at this version.</summary>
    public async Task<bool> ChangeAsync(string key, byte[] version, PackageDraft draft, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(key, cancel) is not { } before || !before.IsAt(version)) return false;

        var act = new AuditAct(AuditAction.PackageChanged, key, Written(before), Written(TokenPackage.Make(key, before.Credits, draft)));
        return await audit.TryRecordAsync(by, act, null, async () =>
        {
            db.At(await db.TokenPackages.Include(p => p.Prices).SingleAsync(p => p.Key == key, cancel), version).Change(draft);
            await notices.RaiseAsync(db, OfferedPackages.Topic, cancel);
        }, cancel);
    }

    private static string Written(TokenPackage package) => string.Join(", ", package.Prices.OrderBy(p => p.Currency.Code, StringComparer.Ordinal)
        .Select(p => string.Create(CultureInfo.InvariantCulture, $"{new Money(p.Minor, p.Currency).Major} {p.Currency.Code}"))
        .Append(package.IsOffered ? "offered" : "not offered").Append(package.IsPopular ? "popular" : "").Where(w => w.Length > 0));
}
