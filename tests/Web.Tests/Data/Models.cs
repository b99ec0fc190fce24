using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>The model as each database sees it, with everything that migrations are made from; neither is connected.</summary>
internal static class Models
{
    public static readonly AppDbContext OnSqlServer = new(
        new DbContextOptionsBuilder<AppDbContext>().UseSqlServer("Server=nowhere").UseApplicationServiceProvider(IdentityTables.Services).Options);

    public static readonly AppDbContext OnSqlite = new SqliteAppDbContext(
        new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=nowhere").UseApplicationServiceProvider(IdentityTables.Services).Options);

    public static TheoryData<string> Providers => ["SqlServer", "Sqlite"];

    public static AppDbContext Of(string provider) => provider == "SqlServer" ? OnSqlServer : OnSqlite;

    public static IModel Design(this AppDbContext db) => db.GetService<IDesignTimeModel>().Model;

    public static string Where(this IReadOnlyProperty property) => $"{property.DeclaringType.DisplayName()}.{property.Name}";
}
