using System.Data.Common;
using SaaSChat.Web.Tests.Data;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>The last line of defence is the database's, whatever the code has checked.</summary>
public sealed class UniqueKeysTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("CreditEntry", "Key")]
    [InlineData("CreditEntry", "AccountId", "Seq")]
    [InlineData("CreditGrant", "SourceKey")]
    [InlineData("CreditHold", "Key")]
    [InlineData("Payment", "CreditKey")]
    [InlineData("Payment", "GatewayId")]
    [InlineData("Order", "AccountId", "ClientId")]
    [InlineData("PaymentEvent", "Id")]
    public async Task A_key_is_never_used_by_a_second_row(string entity, params string[] key)
    {
        var row = RawRow.Of(Data.Models.Of(TestDatabase.Provider).Model.GetEntityTypes().Single(e => e.ClrType.Name == entity));
        await app.AskAsync(db => row.InsertAsync(db));
        var rival = row.Rival(row.Entity.GetProperties().Where(p => key.Contains(p.Name)));

        await Assert.ThrowsAnyAsync<DbException>(() => app.AskAsync(db => rival.InsertAsync(db)));

        Assert.Equal(1, await app.AskAsync(db => row.Rival([]).InsertAsync(db)));
    }
}
