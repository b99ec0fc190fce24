using SaaSChat.Domain;

namespace SaaSChat.Bench.Ledger;

/// <summary>B1's control: the same rows in the same tables by hand, for one grant and the happy path only; it reckons no hash chain and rules nothing out.</summary>
internal sealed class SqlCharges(HandWritten sql) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        var (hold, grant, now) = (Ids.NewId(), Guid.Empty, DateTime.UtcNow);
        await sql.WriteAsync(() =>
        {
            sql.Change("UPDATE CreditAccounts SET Held = Held + 10, LockedAt = @now, RowVersion = randomblob(8) WHERE Id = @account AND Debt = 0 AND Available - Held >= 10",
                ("@now", now), ("@account", account));
            (grant, _) = sql.Ask<Guid>(
                "SELECT Id, Remaining FROM CreditGrants WHERE AccountId = @account AND Remaining > 0 AND Remaining - Pinned >= 10 ORDER BY ExpiresAt, Priority, GrantedAt LIMIT 1",
                ("@account", account));
            sql.Change("UPDATE CreditGrants SET Pinned = Pinned + 10 WHERE Id = @grant", ("@grant", grant));
            sql.Change("""
                INSERT INTO CreditHolds (Id, AccountId, "Key", Ordered, Amount, NodeId, OpenedAt, LeaseUntil, Seen, State, IsSwept)
                VALUES (@hold, @account, @key, 10, 10, 'bench', @now, @now, 0, 'Open', 0)
                """, ("@hold", hold), ("@account", account), ("@key", $"bench:{hold:N}"), ("@now", now));
            sql.Change("INSERT INTO CreditPins (HoldId, GrantId, Amount) VALUES (@hold, @grant, 10)", ("@hold", hold), ("@grant", grant));
        });
        await sql.WriteAsync(() =>
        {
            sql.Change("UPDATE CreditHolds SET State = 'Settled', Charged = 7, ResolvedAt = @now WHERE Id = @hold AND State = 'Open'", ("@now", now), ("@hold", hold));
            sql.Change("UPDATE CreditGrants SET Remaining = Remaining - 7, Pinned = Pinned - 10 WHERE Id = @grant", ("@grant", grant));
            var (seq, available) = sql.Ask<long>("""
                UPDATE CreditAccounts SET Available = Available - 7, Held = Held - 10, LastSeq = LastSeq + 1, LockedAt = @now, RowVersion = randomblob(8)
                WHERE Id = @account RETURNING LastSeq, Available
                """, ("@now", now), ("@account", account));
            sql.Change("""
                INSERT INTO CreditEntries (AccountId, Seq, Amount, DebtChange, BalanceAfter, Reason, "Key", At, Hash)
                VALUES (@account, @seq, -7, 0, @balance, 'Settle', @key, @now, '')
                """, ("@account", account), ("@seq", seq), ("@balance", available), ("@key", $"settle:{hold:N}"), ("@now", now));
            sql.Change("INSERT INTO CreditAllocations (AccountId, Seq, GrantId, Amount) VALUES (@account, @seq, @grant, -7)",
                ("@account", account), ("@seq", seq), ("@grant", grant));
        });
        return 2;
    }
}

/// <summary>B2's control: one conditional UPDATE and one INSERT, which is the least that a debit with a history can be.</summary>
internal sealed class SqlDebits(HandWritten sql) : ICharges
{
    public static void Prepare(HandWritten sql, Guid account)
    {
        sql.Run("CREATE TABLE Balances (Id TEXT NOT NULL PRIMARY KEY, Balance INTEGER NOT NULL)");
        sql.Run("CREATE TABLE Debits (Id TEXT NOT NULL PRIMARY KEY, AccountId TEXT NOT NULL, Amount INTEGER NOT NULL, At TEXT NOT NULL)");
        sql.Change("INSERT INTO Balances (Id, Balance) VALUES (@account, 1000000000000)", ("@account", account));
    }

    public async Task<int> ChargeAsync(Guid account)
    {
        var (debit, now) = (Ids.NewId(), DateTime.UtcNow);
        await sql.WriteAsync(() =>
        {
            sql.Change("UPDATE Balances SET Balance = Balance - 7 WHERE Id = @account AND Balance >= 7", ("@account", account));
            sql.Change("INSERT INTO Debits (Id, AccountId, Amount, At) VALUES (@debit, @account, -7, @now)", ("@debit", debit), ("@account", account), ("@now", now));
        });
        return 1;
    }
}
