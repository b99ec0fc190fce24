using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Exports;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Credits;

namespace SaaSChat.Web.Usage;

/// <summary>Usage of whoever is signed in, as files: short ones at once, long ones in the background.</summary>
public sealed class MyExports(AppDbContext db, MyWallet wallets, UsageExports exports, FileStore store, UsageFiles files, CurrentUser me, TimeProvider clock)
{
    private const int Listed = 10;

    public async Task<bool> KnowsAsync(UsageFilter filter, CancellationToken cancel) =>
        await db.KnowsAsync((await wallets.MineAsync(cancel)).AccountId, me.Id, filter, cancel);

    /// <summary>The one that has to be waited for; null where the file can be handed out at once.</summary>
    public async Task<Guid?> AskAsync(UsageQuery query, UsageFilter filter, ExportFormat format, CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        if (!await exports.IsLargeAsync(account, filter, cancel)) return null;
        return await exports.AskAsync(me.Id, account, filter, $"{QueryString.Create(query.ToRoute()!)}", format, CultureInfo.CurrentUICulture.Name, cancel);
    }

    /// <summary>Of any length, in the memory of one page.</summary>
    public async Task SendAsync(UsageFilter filter, ExportFormat format, HttpResponse response, CancellationToken cancel)
    {
        var account = (await wallets.MineAsync(cancel)).AccountId;
        Head(response, format);
        await files.WriteAsync(account, filter, long.MaxValue, format, response.Body, _ => Task.CompletedTask, cancel);
    }

    /// <summary>One that was written in the background.</summary>
    public async Task SendAsync(Export export, HttpResponse response, CancellationToken cancel)
    {
        Head(response, export.Format);
        await store.CopyAsync(export.Id, response.Body, cancel);
    }

    public Task<Export?> FindAsync(Guid id, CancellationToken cancel) => store.Of(me.Id, ExportKind.Usage).SingleOrDefaultAsync(e => e.Id == id, cancel);

    public async Task<IReadOnlyList<Export>> ListAsync(CancellationToken cancel) => await store.Of(me.Id, ExportKind.Usage).Take(Listed).ToListAsync(cancel);

    public static ExportFormat? FormatOf(string? typed) => typed switch
    {
        "csv" => ExportFormat.Csv,
        "json" => ExportFormat.Json,
        _ => null,
    };

    private void Head(HttpResponse response, ExportFormat format)
    {
        response.ContentType = UsageFiles.TypeOf(format);
        response.Headers.ContentDisposition = UsageFiles.NameOf(format, clock.UtcNow());
    }
}
