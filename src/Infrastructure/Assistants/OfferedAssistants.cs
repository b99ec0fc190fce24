using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Assistants;

/// <summary>The house's assistants. For showing only: what a model is told is read where it is told.</summary>
public sealed class OfferedAssistants(IServiceScopeFactory scopes, ChangeNotices notices) : Remembered<Assistant>(scopes, notices, Topic, meanwhile: [])
{
    public const string Topic = "assistants";

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Assistant> Now => Rows;

    protected override async Task<IReadOnlyList<Assistant>> ReadAsync(AppDbContext db, CancellationToken cancel) =>
        await db.Assistants.AsNoTracking().Offered().OrderBy(a => a.CreatedAt).ThenBy(a => a.Name).ToListAsync(cancel);
}
