using System.IO.Pipelines;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Web.Tests.Privacy;

public sealed class ErasureTests : IDisposable
{
    private readonly TestApp _app = new();

    [SqliteFact]
    public async Task The_export_holds_every_word_that_is_a_persons_and_no_secret()
    {
        var canaries = await _app.AskAsync(Canaries.PlantAsync);

        var export = await ExportAsync(canaries.PersonId);

        Assert.NotEmpty(canaries.Tagged(Personal.Export));
        Assert.Empty(canaries.Tagged(Personal.Export).Where(c => !export.Contains(c.Word, StringComparison.Ordinal)).Select(c => c.Where));
        Assert.Empty(canaries.Tagged(Personal.Erase).Where(c => export.Contains(c.Word, StringComparison.Ordinal)).Select(c => c.Where));
    }

    [SqliteFact]
    public async Task Of_a_person_who_has_left_no_word_stands_anywhere()
    {
        var canaries = await _app.AskAsync(Canaries.PlantAsync);
        Assert.NotEmpty(await HoldingAsync(canaries));

        var outcome = await _app.InScopeAsync(s => s.GetRequiredService<AccountDeletion>().DeleteAsync(canaries.PersonId, CancellationToken.None));
        await GoodbyeIsSentAsync();

        Assert.Equal(Departure.Done, outcome);
        Assert.Empty(await HoldingAsync(canaries));
        Assert.True(await _app.AskAsync(db => db.Users.AnyAsync(u => u.Id == canaries.PersonId && u.DeletedAt != null)));
    }

    [SqliteFact]
    public async Task Who_has_left_leaves_everybody_else_as_they_were()
    {
        var omar = await _app.AskAsync(Canaries.PlantAsync);
        var sara = await _app.AskAsync(Canaries.PlantAsync);
        var before = await ExportAsync(omar.PersonId);

        await _app.InScopeAsync(s => s.GetRequiredService<AccountDeletion>().DeleteAsync(sara.PersonId, CancellationToken.None));

        Assert.Equal(WithoutTime(before), WithoutTime(await ExportAsync(omar.PersonId)));
    }

    public void Dispose() => _app.Dispose();

    private static string WithoutTime(string export) => string.Join('\n', export.Split('\n').Where(l => !l.Contains("exportedAt", StringComparison.Ordinal)));

    private Task<IReadOnlyList<string>> HoldingAsync(Canaries canaries) => _app.AskAsync(db => db.HoldingAsync([.. canaries.All]));

    private Task<string> ExportAsync(Guid person) => _app.InScopeAsync(async services =>
    {
        using var file = new MemoryStream();
        Assert.True(await services.GetRequiredService<PersonalExport>().WriteAsync(person, () => PipeWriter.Create(file), CancellationToken.None));
        return Encoding.UTF8.GetString(file.ToArray());
    });

    private async Task GoodbyeIsSentAsync()
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await _app.AskAsync(db => db.OutboxMails.AnyAsync(m => m.NextAttemptAt != null))) await Task.Delay(20, tooLate.Token);
    }
}
