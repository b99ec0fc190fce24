using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>Counts what is asked of the database, and breaks off at the step that a test names.</summary>
internal sealed class Steps
{
    // Of one flow only: the program's own jobs go on meanwhile.
    private readonly AsyncLocal<Countdown?> _flow = new();
    private int _begun;
    private int _committed;

    public int Begun => _begun;
    public int Committed => _committed;

    public IInterceptor[] Interceptors => [new Commands(this), new Transactions(this)];

    /// <summary>Whether it broke off; false when it ended before it came to that step.</summary>
    public async Task<bool> BreakOffAsync(int step, Func<Task> flow)
    {
        _flow.Value = new Countdown { Left = step };
        var broke = await Record.ExceptionAsync(flow);
        _flow.Value = null;
        if (broke is null) return false;

        Assert.IsType<BrokenOffException>(broke is DbUpdateException { InnerException: { } inner } ? inner : broke);
        return true;
    }

    /// <summary>What a flow asks of the database: each command is a round trip, and so are the beginning and the end of a transaction.</summary>
    public async Task<(int Commands, int Begun, int Committed)> CountAsync(Func<Task> flow)
    {
        var counted = _flow.Value = new Countdown();
        await flow();
        _flow.Value = null;
        return (counted.Commands, counted.Begun, counted.Committed);
    }

    /// <summary>Of everything that the program asks its database from now on.</summary>
    public void CountIn(IWebHostBuilder builder) => builder.ConfigureTestServices(services =>
    {
        if (TestDatabase.OnSqlServer) services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Interceptors));
        else services.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(Interceptors));
    });

    private void Take()
    {
        if (_flow.Value is { } flow && --flow.Left == 0) throw new BrokenOffException();
    }

    private sealed class Countdown
    {
        public int Left { get; set; }
        public int Commands { get; set; }
        public int Begun { get; set; }
        public int Committed { get; set; }
    }

    private sealed class Commands(Steps steps) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Pass(result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Pass(result);

        private ValueTask<T> Pass<T>(T result)
        {
            if (steps._flow.Value is { } flow) flow.Commands++;
            steps.Take();
            return ValueTask.FromResult(result);
        }
    }

    // Just before and just after the commit are two steps: of the second the caller does not hear, but it is done.
    private sealed class Transactions(Steps steps) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref steps._begun);
            if (steps._flow.Value is { } flow) flow.Begun++;
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            steps.Take();
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref steps._committed);
            if (steps._flow.Value is { } flow) flow.Committed++;
            steps.Take();
            return Task.CompletedTask;
        }
    }
}

/// <summary>The process as good as died here.</summary>
internal sealed class BrokenOffException : Exception;
