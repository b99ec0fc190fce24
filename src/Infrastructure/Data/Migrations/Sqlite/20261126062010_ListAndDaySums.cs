using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListAndDaySums : Migration
    {
        private const string Key = "\"AccountId\", \"UserId\", \"Day\", \"ModelKey\", \"Source\", \"KeyId\"";
        private const string Sums = "\"InputTokens\", \"ReadTokens\", \"WriteTokens\", \"OutputTokens\", \"Cost\", \"Credits\", \"Operations\"";
        private const string Totals =
            "SUM(\"InputTokens\"), SUM(\"ReadTokens\"), SUM(\"WriteTokens\"), SUM(\"OutputTokens\"), SUM(\"Cost\"), SUM(\"Credits\"), SUM(\"Operations\")";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsPinned",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("UPDATE \"Conversations\" SET \"IsPinned\" = 1 WHERE \"PinnedAt\" IS NOT NULL");

            // Not by DropColumn, which writes the whole table anew outside of the transaction.
            migrationBuilder.Sql("ALTER TABLE \"Conversations\" DROP COLUMN \"PinnedAt\"");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_UserId_IsPinned_LastAt_Id",
                table: "Conversations",
                columns: new[] { "UserId", "IsPinned", "LastAt", "Id" });

            migrationBuilder.RenameTable(
                name: "UsageDays",
                newName: "UsageHours");

            migrationBuilder.CreateTable(
                name: "UsageDays",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ModelKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    WriteTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    OutputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    Credits = table.Column<long>(type: "INTEGER", nullable: false),
                    Operations = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageDays", x => new { x.AccountId, x.UserId, x.Day, x.ModelKey, x.Source, x.KeyId });
                });

            migrationBuilder.Sql($"INSERT INTO \"UsageDays\" ({Key}, {Sums}) SELECT {Key}, {Totals} FROM \"UsageHours\" GROUP BY {Key}");

            migrationBuilder.DropTable(
                name: "UsageHours");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Conversations_UserId_IsPinned_LastAt_Id",
                table: "Conversations");

            migrationBuilder.AddColumn<DateTime>(
                name: "PinnedAt",
                table: "Conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("UPDATE \"Conversations\" SET \"PinnedAt\" = \"LastAt\" WHERE \"IsPinned\" = 1");

            migrationBuilder.Sql("ALTER TABLE \"Conversations\" DROP COLUMN \"IsPinned\"");

            migrationBuilder.RenameTable(
                name: "UsageDays",
                newName: "WholeDays");

            migrationBuilder.CreateTable(
                name: "UsageDays",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    ModelKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    WriteTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    OutputTokens = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false),
                    Credits = table.Column<long>(type: "INTEGER", nullable: false),
                    Operations = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageDays", x => new { x.AccountId, x.UserId, x.Day, x.Hour, x.ModelKey, x.Source, x.KeyId });
                });

            migrationBuilder.Sql($"INSERT INTO \"UsageDays\" ({Key}, \"Hour\", {Sums}) SELECT {Key}, 0, {Totals} FROM \"WholeDays\" GROUP BY {Key}");

            migrationBuilder.DropTable(
                name: "WholeDays");
        }
    }
}
