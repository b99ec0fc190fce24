using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Admin;

public sealed class AdviceTests : IDisposable
{
    private readonly TestApp _app = new();

    [Theory]
    [InlineData("", "50", "", "", 3_002)]
    [InlineData("demo", "", "2", "", 3_603)]
    [InlineData("demo", "0", "1", "4", 3_001)]
    public async Task The_last_days_are_charged_once_more_exactly_and_nobody_is_charged(string model, string margin, string input, string output, long credits)
    {
        var sara = await _app.AddGuestOfTheHouseAsync("sara", 100_000);
        for (var i = 0; i < 2; i++) await _app.EndAsync((await _app.OpenAsync(sara)).Call!, Calls.Reported(i == 0 ? 1_000 : 1, i == 0 ? 500 : 0));
        var layla = await LaylaAsync();
        var before = await _app.AskAsync(db => db.CreditEntries.CountAsync());

        using var response = await layla.SubmitAsync("/admin/advice", "/admin/advice",
            ("Input.Model", model), ("Input.Margin", margin), ("Input.InputRate", input), ("Input.OutputRate", output));
        var id = Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1]);
        await DoneAsync(id);

        var row = (await layla.OpenAsync($"/admin/advice/{id}")).QuerySelectorAll("#replay-demo td").Select(td => td.TextContent).ToList();
        Assert.Equal(["2", "2,402", $"{credits:N0}"], row[..3]);
        Assert.Equal(before, await _app.AskAsync(db => db.CreditEntries.CountAsync()));
    }

    [Theory]
    [InlineData("", "", "2", "Input.Model")]
    [InlineData("none-such", "5", "", "Input.Model")]
    [InlineData("", "-1", "", "Input.Margin")]
    [InlineData("", "a lot", "", "Input.Margin")]
    [InlineData("demo", "", "1000001", "Input.InputRate")]
    [InlineData("demo", "", "-2", "Input.InputRate")]
    [InlineData("demo", "", "", "Input.Margin")]
    public async Task What_makes_no_sense_is_refused(string model, string margin, string input, string field)
    {
        var sara = await _app.AddGuestOfTheHouseAsync("sara", 100_000);
        await _app.EndAsync((await _app.OpenAsync(sara)).Call!, Calls.Reported(1_000, 500));
        var layla = await LaylaAsync();

        using var response = await layla.SubmitAsync("/admin/advice", "/admin/advice", ("Input.Model", model), ("Input.Margin", margin), ("Input.InputRate", input));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty((await Visitor.PageAsync(response)).QuerySelectorAll($"[name='{field}'][aria-invalid=true]"));
        Assert.Equal(0, await _app.AskAsync(db => db.PriceReplays.CountAsync()));
    }

    [Fact]
    public async Task A_model_that_is_charged_less_than_it_costs_is_named()
    {
        var sara = await _app.AddGuestOfTheHouseAsync("sara", 100_000);
        await _app.EndAsync((await _app.OpenAsync(sara)).Call!, Calls.Reported(1_000, 500));
        await _app.AskAsync(db => db.PlatformDays.ExecuteUpdateAsync(d => d.SetProperty(x => x.Credits, 1)));

        var page = await (await LaylaAsync()).OpenAsync("/admin/advice");

        Assert.Contains("loses money", page.QuerySelector(".alert-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await (await _app.SignedInAsync("ops-advice", Roles.Ops)).StatusAsync("/admin/advice"));
    }

    public void Dispose() => _app.Dispose();

    private async Task DoneAsync(Guid id)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await _app.AskAsync(db => db.PriceReplays.AnyAsync(r => r.Id == id && r.DoneAt != null))) await Task.Delay(20, tooLate.Token);
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = _app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
