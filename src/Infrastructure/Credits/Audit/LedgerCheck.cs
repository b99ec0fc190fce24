using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>One thing that is true of every account's books, and the search for those of which it is not; of one account when it is named.</summary>
public sealed record LedgerCheck(string Name, Func<AppDbContext, Guid?, CancellationToken, Task<IReadOnlyList<Guid>>> FindAsync)
{
    /// <summary>By a query whose "Value" is the id of an account; the same words for both databases.</summary>
    public static LedgerCheck Of(string name, string sql)
    {
        var all = $"SELECT DISTINCT broken.\"Value\" FROM ({sql}) AS broken";
        var narrowed = $"{all} WHERE broken.\"Value\" = {{0}}";
        return new(name, async (db, account, cancel) =>
            await (account is { } one ? db.Database.SqlQueryRaw<Guid>(narrowed, one) : db.Database.SqlQueryRaw<Guid>(all)).ToListAsync(cancel));
    }
}

/// <summary>The accounts of which a check does not hold; none when all is well.</summary>
public sealed record LedgerFinding(string Name, IReadOnlyList<Guid> Accounts)
{
    public bool IsWhole => Accounts.Count == 0;
}
