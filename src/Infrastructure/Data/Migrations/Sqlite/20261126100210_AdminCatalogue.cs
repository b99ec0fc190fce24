using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AdminCatalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ModelPrices_ModelKey_From",
                table: "ModelPrices");

            migrationBuilder.AddColumn<bool>(
                name: "IsPopular",
                table: "Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsRetired",
                table: "Plans",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenBackAt",
                table: "ModelPrices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fallbacks",
                table: "ChatModels",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsDefault",
                table: "ChatModels",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SentAs",
                table: "ChatModels",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProviderKeyDays",
                columns: table => new
                {
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    Requests = table.Column<long>(type: "INTEGER", nullable: false),
                    Tokens = table.Column<long>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderKeyDays", x => new { x.KeyId, x.Day, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "ProviderKeyHealth",
                columns: table => new
                {
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RestsUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderKeyHealth", x => x.KeyId);
                });

            migrationBuilder.CreateTable(
                name: "ProviderKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Host = table.Column<string>(type: "TEXT", maxLength: 253, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Tail = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    SealedKey = table.Column<byte[]>(type: "BLOB", maxLength: 8000, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    DayRequests = table.Column<long>(type: "INTEGER", nullable: true),
                    MonthRequests = table.Column<long>(type: "INTEGER", nullable: true),
                    DayTokens = table.Column<long>(type: "INTEGER", nullable: true),
                    MonthTokens = table.Column<long>(type: "INTEGER", nullable: true),
                    DayCost = table.Column<long>(type: "INTEGER", nullable: true),
                    MonthCost = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderKeys", x => x.Id);
                    table.CheckConstraint("CK_ProviderKeys_Weight", "Weight > 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelPrices_ModelKey_From",
                table: "ModelPrices",
                columns: new[] { "ModelKey", "From" },
                unique: true,
                filter: "TakenBackAt IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProviderKeyDays");

            migrationBuilder.DropTable(
                name: "ProviderKeyHealth");

            migrationBuilder.DropTable(
                name: "ProviderKeys");

            migrationBuilder.DropIndex(
                name: "IX_ModelPrices_ModelKey_From",
                table: "ModelPrices");

            migrationBuilder.DropColumn(
                name: "IsPopular",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "IsRetired",
                table: "Plans");

            migrationBuilder.DropColumn(
                name: "TakenBackAt",
                table: "ModelPrices");

            migrationBuilder.DropColumn(
                name: "Fallbacks",
                table: "ChatModels");

            migrationBuilder.DropColumn(
                name: "IsDefault",
                table: "ChatModels");

            migrationBuilder.DropColumn(
                name: "SentAs",
                table: "ChatModels");

            migrationBuilder.CreateIndex(
                name: "IX_ModelPrices_ModelKey_From",
                table: "ModelPrices",
                columns: new[] { "ModelKey", "From" },
                unique: true);
        }
    }
}
