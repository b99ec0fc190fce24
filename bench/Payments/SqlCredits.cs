using System.Collections.Concurrent;
using SaaSChat.Bench.Ledger;
using SaaSChat.Domain;

namespace SaaSChat.Bench.Payments;

/// <summary>B10's control: the announcement kept by one transaction and booked by another, the same rows by hand; it checks no signature, asks nobody and rules nothing out.</summary>
internal sealed class SqlCredits(HandWritten sql, ConcurrentQueue<PaidOrder> orders) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        if (!orders.TryDequeue(out var order)) throw new InvalidOperationException("There are no more orders: place more.");

        var (said, key, grant, now) = ($"evt_{order.Id:N}", $"payment:{order.Payment}", Ids.NewId(), DateTime.UtcNow);
        await sql.WriteAsync(() => sql.Change("""
            INSERT INTO PaymentEvents (Id, Type, ObjectId, At, ReceivedAt, State, Attempts, NextAttemptAt)
            VALUES (@said, 'checkout.session.completed', @checkout, @now, @now, 'Waiting', 0, @now)
            """, ("@said", said), ("@checkout", order.Checkout), ("@now", now)));
        await sql.WriteAsync(() =>
        {
            var (seq, balance) = sql.Ask<long>("""
                UPDATE CreditAccounts SET Available = Available + 100000, LastSeq = LastSeq + 1, LockedAt = @now, RowVersion = randomblob(8)
                WHERE Id = @account RETURNING LastSeq, Available
                """, ("@now", now), ("@account", order.AccountId));
            sql.Change("UPDATE Orders SET State = 'Paid', EndedAt = @now, CheckoutId = @checkout, Looks = Looks + 1 WHERE Id = @order AND State = 'Placed'",
                ("@now", now), ("@checkout", order.Checkout), ("@order", order.Id));
            sql.Change("""
                INSERT INTO Payments (Id, AccountId, OrderId, GatewayId, CreditKey, Credits, Currency, AmountMinor, RefundedMinor, LostMinor, Clawed, Method, Last4, Freezes, PaidAt)
                VALUES (@id, @account, @order, @payment, @key, 100000, 'USD', 149, 0, 0, 0, 'card', '4242', 0, @now)
                """, ("@id", Ids.NewId()), ("@account", order.AccountId), ("@order", order.Id), ("@payment", order.Payment), ("@key", key), ("@now", now));
            sql.Change("""
                INSERT INTO CreditGrants (Id, AccountId, Source, SourceKey, Amount, Remaining, Pinned, Frozen, Clawed, Returned, Priority, GrantedAt)
                VALUES (@grant, @account, 'Purchase', @key, 100000, 100000, 0, 0, 0, 0, 3, @now)
                """, ("@grant", grant), ("@account", order.AccountId), ("@key", key), ("@now", now));
            sql.Change("""
                INSERT INTO CreditEntries (AccountId, Seq, Amount, DebtChange, BalanceAfter, Reason, "Key", At, Hash)
                VALUES (@account, @seq, 100000, 0, @balance, 'Grant', @entry, @now, '')
                """, ("@account", order.AccountId), ("@seq", seq), ("@balance", balance), ("@entry", $"grant:{key}"), ("@now", now));
            sql.Change("INSERT INTO CreditAllocations (AccountId, Seq, GrantId, Amount) VALUES (@account, @seq, @grant, 100000)", ("@account", order.AccountId), ("@seq", seq), ("@grant", grant));
            sql.Change("""
                INSERT INTO Notices (Id, UserId, "Key", Kind, Subject, Amount, At) VALUES (@id, @user, @key, 'Bought', @order, 100000, @now)
                """, ("@id", Ids.NewId()), ("@user", order.UserId), ("@key", $"bought:{order.Id:N}"), ("@order", $"{order.Id}"), ("@now", now));
            sql.Change("""
                INSERT INTO OutboxMails (Id, Kind, "To", Language, Arguments, WrittenAt, Attempts, NextAttemptAt, RowVersion)
                VALUES (@id, 'PaymentReceipt', 'somebody@example.com', 'en', '{}', @now, 0, @now, randomblob(8))
                """, ("@id", Ids.NewId()), ("@now", now));
            sql.Change("UPDATE PaymentEvents SET State = 'Applied', Attempts = 1, NextAttemptAt = NULL, EndedAt = @now WHERE Id = @said", ("@now", now), ("@said", said));
        });
        return 1;
    }
}
