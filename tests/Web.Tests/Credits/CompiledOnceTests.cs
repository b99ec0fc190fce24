using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SaaSChat.Domain.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;
using Xunit.Abstractions;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>A value that stands in a query as a constant makes a query of its own of it: each is compiled anew, which takes longer than all the rest.</summary>
public sealed class CompiledOnceTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Charging_again_compiles_nothing()
    {
        var (sara, compiled) = (await app.AddWalletAsync("sara-compiles", 1_000), new Compilations());
        await ChargeAsync(sara, compiled);
        var (first, renewals) = (compiled.Queries.Count, 3);

        for (var again = 0; again < renewals; again++) await ChargeAsync(sara, compiled);

        foreach (var query in compiled.Queries.Skip(first)) output.WriteLine(query);
        Assert.NotEqual(0, first);
        Assert.Equal(first, compiled.Queries.Count);
    }

    private async Task ChargeAsync(Guid account, Compilations compiled)
    {
        await using var db = LedgerAt.Open(app.ConnectionString, compiled);
        var (ledger, order) = (LedgerAt.Over(db, TimeProvider.System), new HoldOrder(Wallets.NewKey(), 10, "here"));
        await ledger.ChangeAsync(account, c => c.GrantAsync(new GrantOrder(GrantSource.Claim, Wallets.NewKey(), 5), default), default);
        var hold = (await ledger.ChangeAsync(account, c => c.HoldAsync(order, default), default)).Hold!;
        Assert.True(await ledger.RenewAsync(hold.Id, Random.Shared.Next(), default));
        await ledger.ChangeAsync(account, c => c.SettleAsync(hold.Id, 7, default), default);
    }

    private sealed class Compilations : IQueryExpressionInterceptor
    {
        public List<string> Queries { get; } = [];

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            Queries.Add(eventData.ExpressionPrinter.PrintExpression(queryExpression));
            return queryExpression;
        }
    }
}
