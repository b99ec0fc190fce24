using SaaSChat.Domain.Exports;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Exports;

/// <summary>What is written to it lies in the database in pieces, so that a file of any length needs the memory of one piece.</summary>
internal sealed class ExportStream(AppDbContext db, Guid exportId) : Stream
{
    private const int PartSize = 256 * 1024;

    private readonly MemoryStream _part = new(PartSize);
    private int _number;

    /// <summary>How many bytes lie there.</summary>
    public long Kept { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => _part.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _part.Write(buffer.Span);
        if (_part.Length >= PartSize) await KeepAsync(cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>The last piece, however short.</summary>
    public async Task KeepAsync(CancellationToken cancel)
    {
        if (_part.Length == 0) return;

        db.ExportParts.Add(new ExportPart(exportId, _number++, _part.ToArray()));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        Kept += _part.Length;
        _part.SetLength(0);
    }

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _part.Dispose();
        base.Dispose(disposing);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
