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
/// <param name="db">Where they go to.</param>
/// <param name="kept">Where the rows belong that are read to be changed.</param>
internal sealed class RoundTrip(AppDbContext db, KeptRows? kept = null)
{
    // Most charges have fewer values.
    private const int Usual = 64;
    private static readonly string[] Slots = [.. Enumerable.Range(0, Usual).Select(SlotOf)];

    private readonly StringBuilder _sql = new(capacity: 2048);
    private readonly IRelationalCommandBuilder _command = db.GetService<IRelationalCommandBuilderFactory>().Create();
    private readonly Dictionary<string, object?> _values = new(Usual, StringComparer.Ordinal);
    private readonly List<Func<DbDataReader, CancellationToken, Task>> _questions = [];
    private readonly KeptRows _kept = kept ?? new();
    private List<EntityEntry> _tracked = [];

    /// <summary>How many statements change something.</summary>
    public int Changes { get; private set; }

    /// <summary>A statement that changes one row; its values become parameters.</summary>
    public void Change(FormattableString statement)
    {
        _sql.Append(Worded(statement));
        EndChange();
    }

    /// <summary>Brings the database to what a tracked row is now.</summary>
    public void Change(EntityEntry row) => Change(RowShape.Of(row.Metadata), new TrackedRow(row));

    /// <summary>Brings the database to what a kept row is now.</summary>
    public void Change(KeptRow row) => Change(row.Shape, row);

    /// <summary>The rows of an entity for which the condition holds.</summary>
    public Answer<T> Find<T>(FormattableString condition) where T : class => Find<T>(condition, (shape, values) => shape.Make(values, db));

    /// <summary>The same, tracked by the context.</summary>
    public Answer<T> Track<T>(FormattableString condition) where T : class => Find<T>(condition, (shape, values) => shape.Track(values, db, _tracked));

    /// <summary>The same, kept with what they were when they were read; each is shown once it is.</summary>
    public Answer<T> Keep<T>(FormattableString condition, Action<T>? show = null) where T : class => Find<T>(condition, (shape, values) =>
    {
        var row = (T)_kept.Keep(shape, values, () => shape.Make(values, db));
        show?.Invoke(row);
        return row;
    });

    public Answer<T> Ask<T>(FormattableString question, Func<DbDataReader, T> read) => Ask(Worded(question), read);

    /// <summary>Sends what was asked; the answers are there when it is back.</summary>
    public async Task AskAsync(CancellationToken cancel)
    {
        // Nothing is saved here, so no tracked row is looked at for whether it was altered.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            _tracked = [.. db.ChangeTracker.Entries()];
            await using var answer = await _command.Append(_sql.ToString()).Build().ExecuteReaderAsync(Parameters, cancel);
            foreach (var question in _questions)
            {
                await question(answer.DbDataReader, cancel);
                await answer.DbDataReader.NextResultAsync(cancel);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Sends what is to be changed. Each statement has to find its one row.</summary>
    public async Task ChangeAsync(CancellationToken cancel)
    {
        if (Changes == 0) return;
        try
        {
            // A server may be set up not to count.
            if (db.IsOnSqlServer) _sql.Insert(0, "SET NOCOUNT OFF;\n");
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

    private void Change(RowShape shape, IChangedRow row)
    {
        shape.Write(row, _sql, (column, value) => Slot(column.Mapping, value));
        EndChange();
    }

    private void EndChange()
    {
        Changes++;
        _sql.Append(";\n");
    }

    private Answer<T> Find<T>(FormattableString condition, Func<RowShape, object?[], object> make) where T : class
    {
        var shape = RowShape.Of(db.Model.FindEntityType(typeof(T))!);
        return Ask($"SELECT {shape.ColumnList} FROM {shape.Table} WHERE {Worded(condition)}", reader => (T)make(shape, shape.Read(reader)));
    }

    private Answer<T> Ask<T>(string question, Func<DbDataReader, T> read)
    {
        var answer = new Answer<T>();
        _sql.Append(question).Append(";\n");
        _questions.Add(async (reader, cancel) =>
        {
            while (await reader.ReadAsync(cancel)) answer.Add(read(reader));
        });
        return answer;
    }

    private string Worded(FormattableString words)
    {
        var types = db.GetService<IRelationalTypeMappingSource>();
        return string.Format(CultureInfo.InvariantCulture, words.Format, [.. words.GetArguments().Select(value => (object)Slot(types.FindMapping(value!.GetType())!, value))]);
    }

    private string Slot(RelationalTypeMapping mapping, object? value)
    {
        var slot = _values.Count < Usual ? Slots[_values.Count] : SlotOf(_values.Count);
        _command.AddParameter(slot, slot, mapping, nullable: true);
        _values.Add(slot, value);
        return slot;
    }

    private static string SlotOf(int place) => $"@p{place}";
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
