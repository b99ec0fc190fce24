using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Assistants;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Assistants;

/// <summary>How admins make, change, retire and reinstate the house's assistants. Every node offers what is there within about a second.</summary>
public sealed class HouseKeeping(AppDbContext db, AuditLog audit, ChangeNotices notices, TimeProvider clock)
{
    public async Task<Assistant> MakeAsync(AssistantDraft draft, AuditActor by, CancellationToken cancel)
    {
        var made = Assistant.OfTheHouse(null, draft, clock.UtcNow());
        await audit.RecordAsync(by, new AuditAct(AuditAction.AssistantMade, made.Id.ToString(), After: made.Name), null, async () =>
        {
            db.Assistants.Add(made);
            await notices.RaiseAsync(db, OfferedAssistants.Topic, cancel);
        }, cancel);
        return made;
    }

    /// <summary>False where there is none, and where somebody changed it since it was at this version.</summary>
    public async Task<bool> ChangeAsync(Guid id, byte[] version, AssistantDraft draft, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } assistant || !assistant.IsAt(version)) return false;

        var act = new AuditAct(AuditAction.AssistantChanged, id.ToString(), assistant.Name, draft.Words.Name);
        return await TryAsync(id, act, by, a => db.At(a, version).Change(draft), cancel);
    }

    public Task<bool> RetireAsync(Guid id, AuditActor by, CancellationToken cancel) =>
        RecordAsync(id, new AuditAct(AuditAction.AssistantRetired, id.ToString()), by, a => a.Retire(clock.UtcNow()), cancel);

    public Task<bool> ReinstateAsync(Guid id, AuditActor by, CancellationToken cancel) =>
        RecordAsync(id, new AuditAct(AuditAction.AssistantReinstated, id.ToString()), by, a => a.Reinstate(), cancel);

    public Task<Assistant?> FindAsync(Guid id, CancellationToken cancel) => db.Assistants.AsNoTracking().OfTheHouse().SingleOrDefaultAsync(a => a.Id == id, cancel);

    private async Task<bool> RecordAsync(Guid id, AuditAct act, AuditActor by, Action<Assistant> change, CancellationToken cancel) =>
        await db.Assistants.OfTheHouse().AnyAsync(a => a.Id == id, cancel) && await TryAsync(id, act, by, change, cancel);

    private Task<bool> TryAsync(Guid id, AuditAct act, AuditActor by, Action<Assistant> change, CancellationToken cancel) => audit.TryRecordAsync(by, act, null, async () =>
    {
        change(await db.Assistants.OfTheHouse().SingleAsync(a => a.Id == id, cancel));
        await notices.RaiseAsync(db, OfferedAssistants.Topic, cancel);
    }, cancel);
}
