using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Keeps what a writer's connection has prepared: the same words are run again without being read anew.</summary>
internal sealed class SqliteStatements : DbCommandInterceptor
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, KeptCommand>> Kept = [];

    // Batches of many rows are worded for their number: those do not come again.
    private const int Longest = 8_000;
    private const int Most = 200;

    public static void Keep(SqliteConnection connection) => Kept.Add(connection, new(StringComparer.Ordinal));

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand command || command.CommandText.Length > Longest || !Kept.TryGetValue(command.Connection!, out var kept)) return result;

        if (!kept.TryGetValue(command.CommandText, out var same))
        {
            if (kept.Count == Most) Forget(kept);
            kept.Add(command.CommandText, same = new KeptCommand { Connection = command.Connection, CommandText = command.CommandText });
        }

        return same.TryTake(command) ? same : command;
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Forget(command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command);
        return Task.CompletedTask;
    }

    private static void Forget(DbCommand command)
    {
        if (command is KeptCommand && Kept.TryGetValue(command.Connection!, out var kept) && kept.Remove(command.CommandText, out var failed)) failed.Discard();
    }

    private static void Forget(Dictionary<string, KeptCommand> kept)
    {
        foreach (var command in kept.Values) command.Discard();
        kept.Clear();
    }

    /// <summary>Whoever disposes of it is done with it and no more.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        private bool _isTaken;
        private bool _isDiscarded;

        /// <summary>False while somebody still reads what it was asked before.</summary>
        public bool TryTake(SqliteCommand asked)
        {
            if (_isTaken) return false;

            _isTaken = true;
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters) Parameters.Add(parameter);
            asked.Dispose();
            return true;
        }

        public void Discard()
        {
            _isDiscarded = true;
            if (!_isTaken) base.Dispose(disposing: true);
        }

        protected override void Dispose(bool disposing)
        {
            _isTaken = false;
            if (_isDiscarded || !disposing) base.Dispose(disposing);
        }
    }
}
