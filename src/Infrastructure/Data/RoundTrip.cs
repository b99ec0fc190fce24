using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Statements that go to the database together, in words that both databases know. Nothing of them is compiled, and on SQL Server all of them wait for its answer once.</summary>
internal sealed class RoundTrip(AppDbContext db)
{
    private readonly StringBuilder _sql = new();
    private readonly IRelationalCommandBuilder _command = db.GetService<IRelationalCommandBuilderFactory>().Create();
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);
    private readonly List<Func<DbDataReader, IReadOnlyList<EntityEntry>, CancellationToken, Task>> _questions = [];

    /// <summary>How many statements change something.</summary>
    public int Changes { get; private set; }

    /// <summary>A statement that changes one row; its values become parameters.</summary>
    public void Change(FormattableString statement) => Change(Worded(statement));

    /// <summary>Brings the database to what the row is now.</summary>
    public void Change(EntityEntry row) => Change(RowShape.Of(row.Metadata).Write(row, Slot));

    /// <summary>The rows of an entity for which the condition holds.</summary>
    public Answer<T> Find<T>(FormattableString condition, bool tracked = false) where T : class
    {
        var shape = RowShape.Of(db.Model.FindEntityType(typeof(T))!);
        return Ask($"SELECT {shape.Columns} FROM {shape.Table} WHERE {Worded(condition)}", (reader, known) => (T)shape.Read(reader, db, tracked, known));
    }

    public Answer<T> Ask<T>(FormattableString question, Func<DbDataReader, T> read) => Ask(Worded(question), (reader, _) => read(reader));

    /// <summary>Sends what was asked; the answers are there when it is back.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        var known = Known();
        await using var answer = await _command.Append(_sql.ToString()).Build().ExecuteReaderAsync(Parameters, cancel);
        foreach (var question in _questions)
        {
            await question(answer.DbDataReader, known, cancel);
            await answer.DbDataReader.NextResultAsync(cancel);
        }
    }

    /// <summary>Sends what is to be changed. Each statement has to find its one row.</summary>
    public async Task ChangeAsync(CancellationToken cancel)
    {
        if (Changes == 0) return;
        try
        {
            // A server may be set up not to count.
            if (db.Database.IsSqlServer()) _sql.Insert(0, "SET NOCOUNT OFF;\n");
            var changed = await _command.Append(_sql.ToString()).Build().ExecuteNonQueryAsync(Parameters, cancel);
            if (changed != Changes) throw new DbUpdateConcurrencyException($"{Changes} rows were to be changed and {changed} were: somebody else was faster with one of them.");
        }
        catch (DbException e)
        {
            throw new DbUpdateException("The database refused a row.", e);
        }
    }

    private RelationalCommandParameterObject Parameters =>
        new(db.GetService<IRelationalConnection>(), _values, readerColumns: null, db, db.GetService<IRelationalCommandDiagnosticsLogger>());

    private void Change(string statement)
    {
        Changes++;
        _sql.Append(statement).Append(";\n");
    }

    private Answer<T> Ask<T>(string question, Func<DbDataReader, IReadOnlyList<EntityEntry>, T> read)
    {
        var answer = new Answer<T>();
        _sql.Append(question).Append(";\n");
        _questions.Add(async (reader, known, cancel) =>
        {
            while (await reader.ReadAsync(cancel)) answer.Add(read(reader, known));
        });
        return answer;
    }

    // Looked for without a look at whether they were altered: nothing is saved here.
    private List<EntityEntry> Known()
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var known = db.ChangeTracker.Entries().ToList();
        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        return known;
    }

    private string Worded(FormattableString words)
    {
        var types = db.GetService<IRelationalTypeMappingSource>();
        return string.Format(CultureInfo.InvariantCulture, words.Format, [.. words.GetArguments().Select(value => (object)Slot(types.FindMapping(value!.GetType())!, value))]);
    }

    private string Slot(RelationalTypeMapping mapping, object? value)
    {
        var name = $"p{_values.Count}";
        _command.AddParameter(name, $"@{name}", mapping, nullable: true);
        _values.Add(name, value);
        return $"@{name}";
    }
}

/// <summary>What a question was answered with, once its round trip is over.</summary>
internal sealed class Answer<T>
{
    private readonly List<T> _rows = [];

    public IReadOnlyList<T> Rows => _rows;

    /// <summary>Null where there is none.</summary>
    public T? One => _rows.SingleOrDefault();

    internal void Add(T row) => _rows.Add(row);
}
