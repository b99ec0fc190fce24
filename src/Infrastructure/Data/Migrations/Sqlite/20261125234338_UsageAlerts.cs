using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UsageAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "UsageAlerts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AlertWishes",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByMail = table.Column<bool>(type: "INTEGER", nullable: false),
                    LowAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LowSince = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertWishes", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsageExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LastSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    RowsDone = table.Column<long>(type: "INTEGER", nullable: false),
                    RowsInAll = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageExports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsageExportParts",
                columns: table => new
                {
                    ExportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageExportParts", x => new { x.ExportId, x.Number });
                    table.ForeignKey(
                        name: "FK_UsageExportParts_UsageExports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "UsageExports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UsageAlerts_At",
                table: "UsageAlerts",
                column: "At",
                filter: "ToldAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AlertWishes_AccountId",
                table: "AlertWishes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_At",
                table: "Notices",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_UserId_At",
                table: "Notices",
                columns: new[] { "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_UserId_Key",
                table: "Notices",
                columns: new[] { "UserId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UsageExports_ExpiresAt",
                table: "UsageExports",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_UsageExports_UserId_AskedAt",
                table: "UsageExports",
                columns: new[] { "UserId", "AskedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertWishes");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "UsageExportParts");

            migrationBuilder.DropTable(
                name: "UsageExports");

            migrationBuilder.DropIndex(
                name: "IX_UsageAlerts_At",
                table: "UsageAlerts");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "UsageAlerts");
        }
    }
}
