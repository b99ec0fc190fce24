using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsRetired",
                table: "Plans",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenBackAt",
                table: "ModelPrices",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fallbacks",
                table: "ChatModels",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsDefault",
                table: "ChatModels",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "SentAs",
                table: "ChatModels",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProviderKeyDays",
                columns: table => new
                {
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Slot = table.Column<int>(type: "int", nullable: false),
                    Requests = table.Column<long>(type: "bigint", nullable: false),
                    Tokens = table.Column<long>(type: "bigint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderKeyDays", x => new { x.KeyId, x.Day, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "ProviderKeyHealth",
                columns: table => new
                {
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Fault = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RestsUntil = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderKeyHealth", x => x.KeyId);
                });

            migrationBuilder.CreateTable(
                name: "ProviderKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Host = table.Column<string>(type: "nvarchar(253)", maxLength: 253, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Tail = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    SealedKey = table.Column<byte[]>(type: "varbinary(8000)", maxLength: 8000, nullable: false),
                    Weight = table.Column<int>(type: "int", nullable: false),
                    DayRequests = table.Column<long>(type: "bigint", nullable: true),
                    MonthRequests = table.Column<long>(type: "bigint", nullable: true),
                    DayTokens = table.Column<long>(type: "bigint", nullable: true),
                    MonthTokens = table.Column<long>(type: "bigint", nullable: true),
                    DayCost = table.Column<long>(type: "bigint", nullable: true),
                    MonthCost = table.Column<long>(type: "bigint", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: false)
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
