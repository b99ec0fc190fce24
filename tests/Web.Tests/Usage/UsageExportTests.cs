using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Exports;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Tests.Api;
using SaaSChat.Web.Tests.Mail;

namespace SaaSChat.Web.Tests.Usage;

public sealed class UsageExportTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Export = "/usage/export";

    [Theory]
    [InlineData("en", "Output")]
    [InlineData("ar", "إخراج")]
    public async Task A_short_selection_is_handed_out_at_once_with_headers_in_the_person_s_language(string language, string header)
    {
        var (sara, person) = await app.SignInBuyerAsync($"sara-table-{language}", language);
        await UseAsync(person, 96, 214);
        await UseAsync(person, 10, 0);
        using var asked = await sara.SubmitAsync($"{Export}?tokenType=completion", Export, ("format", "csv"));

        using var file = await sara.Client.GetAsync(asked.Headers.Location);

        var bytes = await file.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains(header, lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",demo,chat,,,96,0,0,214,0.000524,629,reported", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_add_up_to_what_was_charged()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-data");
        for (var i = 1; i <= 7; i++) await UseAsync(person, i * 31, i * 17);

        using var file = JsonDocument.Parse(await sara.Client.GetStringAsync("/usage/export/file?format=json"));

        Assert.Equal((await app.RecordsAsync(person.AccountId)).Sum(r => r.Credits), file.RootElement.EnumerateArray().Sum(r => r.GetProperty("credits").GetInt64()));
        Assert.Equal(Enumerable.Range(1, 7), file.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task A_long_one_is_written_in_the_background_and_fetched_once_by_the_letter_s_link()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-long");
        await AddRecordsAsync(person, UsageExports.AtOnce + 1);
        using var asked = await sara.SubmitAsync(Export, Export, ("format", "csv"));
        var page = asked.Headers.Location!.OriginalString;
        var id = Guid.Parse(page.Split('/')[^1]);

        await DoneAsync(id);
        var link = await new Mailbox(app, "sara-long@example.com").NextLinkAsync();
        using var fetched = await sara.SubmitAsync(link, link);
        using var again = await sara.Client.GetAsync(link);

        var lines = (await fetched.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(UsageExports.AtOnce + 2, lines.Length);
        Assert.Null((await Visitor.PageAsync(again)).QuerySelector("main form"));
        Assert.NotNull((await sara.OpenAsync(page)).QuerySelector($"a[href='/usage/exports/{id}/file']"));
        Assert.Equal(UsageExports.AtOnce + 1, await app.AskAsync(db => db.Exports.Where(e => e.Id == id).Select(e => e.Done).SingleAsync()));
        var (omar, _) = await app.SignInBuyerAsync("omar-files");
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync($"{page}/file"));
    }

    [Fact]
    public async Task A_program_is_told_where_a_long_export_is()
    {
        var person = await app.AddBuyerAsync("sara-program", 1_000_000);
        var client = app.Caller((await app.IssueAsync(person.UserId)).Secret);
        await AddRecordsAsync(person, UsageExports.AtOnce + 1);
        using var body = new StringContent("""{"format":"json"}""", Encoding.UTF8, "application/json");
        using var asked = await client.PostAsync("/api/usage/export", body);
        var job = await asked.JsonAsync();
        await DoneAsync(job.GetProperty("jobId").GetGuid());

        using var told = await client.GetAsync(job.GetProperty("statusUrl").GetString());
        var status = await told.JsonAsync();
        using var file = JsonDocument.Parse(await client.GetStringAsync(status.GetProperty("url").GetString()));

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(("done", 100), (status.GetProperty("state").GetString(), status.GetProperty("percent").GetInt32()));
        Assert.Equal(UsageExports.AtOnce + 1, file.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("""{"format":"xml"}""")]
    [InlineData("""{"format":"csv","from":"never"}""")]
    [InlineData("""{"format":"csv","from":"2026-02-02","to":"2026-01-01"}""")]
    [InlineData("not json")]
    public async Task An_export_that_cannot_be_read_is_refused(string order)
    {
        var client = app.Caller((await app.AddKeyAsync($"omar-{Guid.NewGuid():N}")).Secret);
        using var body = new StringContent(order, Encoding.UTF8, "application/json");

        using var refused = await client.PostAsync("/api/usage/export", body);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("invalid_body", (await refused.JsonAsync()).GetProperty("code").GetString());
    }

    private async Task UseAsync(Person person, long input, long output) => await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(input, output));

    private async Task DoneAsync(Guid id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await app.AskAsync(db => db.Exports.AnyAsync(e => e.Id == id && e.State == ExportState.Done))) await Task.Delay(50, patience.Token);
    }

    private Task<int> AddRecordsAsync(Person person, int count) => app.AskAsync(async db =>
    {
        var (price, at) = (await db.ModelPrices.AsNoTracking().At(ModelCatalogue.DemoKey, DateTime.UtcNow).Include(p => p.Rates).FirstAsync(), DateTime.UtcNow);
        var quote = CallQuote.Of(price, Margin.Default, 10, at, out _)!;
        for (var seq = 1; seq <= count; seq++)
        {
            var order = new CallOrder($"x:{seq}", new Call(person.AccountId, person.UserId, ModelCatalogue.DemoKey, UsageSource.Api), new TokenEstimate(10, 10));
            db.UsageRecords.Add(UsageRecord.Of(OpenCall.Begin(Ids.NewId(), order, quote, 5), seq, UsageStatus.Reported, quote.At(5), at, TimeZoneInfo.Utc));
        }

        return await db.SaveChangesAsync();
    });
}
