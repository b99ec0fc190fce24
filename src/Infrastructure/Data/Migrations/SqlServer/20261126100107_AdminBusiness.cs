using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AdminBusiness : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Users",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "LostMinor",
                table: "Invoices",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "BulkGrants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuditSeq = table.Column<long>(type: "bigint", nullable: false),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    People = table.Column<int>(type: "int", nullable: false),
                    Given = table.Column<int>(type: "int", nullable: false),
                    Passed = table.Column<int>(type: "int", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkGrants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CallDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Slot = table.Column<int>(type: "int", nullable: false),
                    Calls = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Failed = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First0 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First1 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First10 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First11 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First12 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First13 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First14 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First15 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First16 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First2 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First3 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First4 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First5 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First6 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First7 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First8 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    First9 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took0 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took1 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took10 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took11 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took12 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took13 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took14 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took15 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took16 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took2 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took3 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took4 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took5 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took6 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took7 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took8 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    Took9 = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallDays", x => new { x.Day, x.ModelKey, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "GrantDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Slot = table.Column<int>(type: "int", nullable: false),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    SoldCredits = table.Column<long>(type: "bigint", nullable: false),
                    Grants = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GrantDays", x => new { x.Day, x.Source, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "PersonNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonNotes_Users_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriceReplays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Margin = table.Column<int>(type: "int", nullable: true),
                    InputRate = table.Column<long>(type: "bigint", nullable: true),
                    CacheRate = table.Column<long>(type: "bigint", nullable: true),
                    OutputRate = table.Column<long>(type: "bigint", nullable: true),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Done = table.Column<int>(type: "int", nullable: false),
                    InAll = table.Column<int>(type: "int", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceReplays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RevenueDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PaidMinor = table.Column<long>(type: "bigint", nullable: false),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    LostMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevenueDays", x => new { x.Day, x.Currency, x.Kind, x.Item });
                });

            migrationBuilder.CreateTable(
                name: "BulkGrantPeople",
                columns: table => new
                {
                    BulkGrantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkGrantPeople", x => new { x.BulkGrantId, x.UserId });
                    table.ForeignKey(
                        name: "FK_BulkGrantPeople_BulkGrants_BulkGrantId",
                        column: x => x.BulkGrantId,
                        principalTable: "BulkGrants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PriceReplayLines",
                columns: table => new
                {
                    ReplayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Calls = table.Column<long>(type: "bigint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    NewCost = table.Column<long>(type: "bigint", nullable: false),
                    NewCredits = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceReplayLines", x => new { x.ReplayId, x.ModelKey });
                    table.ForeignKey(
                        name: "FK_PriceReplayLines_PriceReplays_ReplayId",
                        column: x => x.ReplayId,
                        principalTable: "PriceReplays",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Users_CreatedAt_NormalizedUserName",
                table: "Users",
                columns: new[] { "CreatedAt", "NormalizedUserName" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Users_LastSeenAt",
                table: "Users",
                column: "LastSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Users_NameKey",
                table: "Users",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Dispute",
                table: "Payments",
                column: "Dispute",
                filter: "Dispute IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaidAt_CreditKey",
                table: "Payments",
                columns: new[] { "PaidAt", "CreditKey" });

            migrationBuilder.CreateIndex(
                name: "IX_JobRuns_EndedAt",
                table: "JobRuns",
                column: "EndedAt",
                filter: "Outcome = 'GivenUp'");

            migrationBuilder.CreateIndex(
                name: "IX_BulkGrantPeople_BulkGrantId",
                table: "BulkGrantPeople",
                column: "BulkGrantId",
                filter: "DoneAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BulkGrants_AskedAt",
                table: "BulkGrants",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PersonNotes_PersonId_At",
                table: "PersonNotes",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceReplays_AskedAt",
                table: "PriceReplays",
                column: "AskedAt");

            migrationBuilder.AddSumsOfThePast();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BulkGrantPeople");

            migrationBuilder.DropTable(
                name: "CallDays");

            migrationBuilder.DropTable(
                name: "GrantDays");

            migrationBuilder.DropTable(
                name: "PersonNotes");

            migrationBuilder.DropTable(
                name: "PriceReplayLines");

            migrationBuilder.DropTable(
                name: "RevenueDays");

            migrationBuilder.DropTable(
                name: "BulkGrants");

            migrationBuilder.DropTable(
                name: "PriceReplays");

            migrationBuilder.DropIndex(
                name: "IX_Users_CreatedAt_NormalizedUserName",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_LastSeenAt",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_NameKey",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Payments_Dispute",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Payments_PaidAt_CreditKey",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_JobRuns_EndedAt",
                table: "JobRuns");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LostMinor",
                table: "Invoices");
        }
    }
}
