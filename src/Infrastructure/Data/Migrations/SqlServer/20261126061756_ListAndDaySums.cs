using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql("UPDATE \"Conversations\" SET \"IsPinned\" = 1 WHERE \"PinnedAt\" IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "Conversations");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_UserId_IsPinned_LastAt_Id",
                table: "Conversations",
                columns: new[] { "UserId", "IsPinned", "LastAt", "Id" });

            migrationBuilder.DropPrimaryKey(
                name: "PK_UsageDays",
                table: "UsageDays");

            migrationBuilder.RenameTable(
                name: "UsageDays",
                newName: "UsageHours");

            migrationBuilder.CreateTable(
                name: "UsageDays",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    ReadTokens = table.Column<long>(type: "bigint", nullable: false),
                    WriteTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    Operations = table.Column<long>(type: "bigint", nullable: false)
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.Sql("UPDATE \"Conversations\" SET \"PinnedAt\" = \"LastAt\" WHERE \"IsPinned\" = 1");

            migrationBuilder.DropColumn(
                name: "IsPinned",
                table: "Conversations");

            migrationBuilder.DropPrimaryKey(
                name: "PK_UsageDays",
                table: "UsageDays");

            migrationBuilder.RenameTable(
                name: "UsageDays",
                newName: "WholeDays");

            migrationBuilder.CreateTable(
                name: "UsageDays",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Hour = table.Column<int>(type: "int", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    ReadTokens = table.Column<long>(type: "bigint", nullable: false),
                    WriteTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    Operations = table.Column<long>(type: "bigint", nullable: false)
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
