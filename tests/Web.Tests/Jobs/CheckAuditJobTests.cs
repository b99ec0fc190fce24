using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests.Jobs;

public sealed class CheckAuditJobTests : IDisposable
{
    private readonly JobsApp _app = new();

    [Fact]
    public async Task A_whole_audit_log_is_said_to_be_whole()
    {
        await _app.TriggerAsync("audit-check");

        await _app.Log.WaitForAsync(LogLevel.Information, "The audit log is whole");
    }

    [Fact]
    public async Task An_audit_log_that_was_tampered_with_raises_the_alarm()
    {
        await _app.AskAsync(db => db.AuditHeads.ExecuteUpdateAsync(head => head.SetProperty(h => h.Seq, h => h.Seq + 1)));

        await _app.TriggerAsync("audit-check");

        await _app.Log.WaitForAsync(LogLevel.Critical, "The audit log is not what was written");
    }

    public void Dispose() => _app.Dispose();
}
