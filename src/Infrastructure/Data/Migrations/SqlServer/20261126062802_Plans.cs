using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Plans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "GoneAt",
                table: "GatewayCustomers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PaidCredits",
                table: "Allowances",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "PaidUntil",
                table: "Allowances",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Units = table.Column<long>(type: "bigint", nullable: false),
                    Generations = table.Column<int>(type: "int", nullable: false),
                    IsFree = table.Column<bool>(type: "bit", nullable: false),
                    AllModels = table.Column<bool>(type: "bit", nullable: false),
                    DayTokens = table.Column<long>(type: "bigint", nullable: true),
                    MonthTokens = table.Column<long>(type: "bigint", nullable: true),
                    DayCost = table.Column<long>(type: "bigint", nullable: true),
                    MonthCost = table.Column<long>(type: "bigint", nullable: true),
                    Margin = table.Column<int>(type: "int", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Key);
                    table.CheckConstraint("CK_Plans_NeverNegative", "Units >= 0 AND Generations > 0");
                });

            migrationBuilder.CreateTable(
                name: "Subscriptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Interval = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    PriceMinor = table.Column<long>(type: "bigint", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CheckoutId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    GatewayId = table.Column<string>(type: "nvarchar(90)", maxLength: 90, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PlacedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PaidUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndsWithPeriod = table.Column<bool>(type: "bit", nullable: false),
                    Next = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Pending = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Wish = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    WishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Wishes = table.Column<long>(type: "bigint", nullable: false),
                    LatestInvoiceId = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Looks = table.Column<long>(type: "bigint", nullable: false),
                    LookedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscriptions", x => x.Id);
                    table.CheckConstraint("CK_Subscriptions_Positive", "PriceMinor > 0");
                    table.ForeignKey(
                        name: "FK_Subscriptions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Subscriptions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanPrices",
                columns: table => new
                {
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PlanKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MonthMinor = table.Column<long>(type: "bigint", nullable: false),
                    YearMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPrices", x => new { x.PlanKey, x.Currency });
                    table.CheckConstraint("CK_PlanPrices_Positive", "MonthMinor > 0 AND YearMinor > 0");
                    table.ForeignKey(
                        name: "FK_PlanPrices_Plans_PlanKey",
                        column: x => x.PlanKey,
                        principalTable: "Plans",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    GatewayId = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PlanKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Interval = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    TotalMinor = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Page = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PaymentId = table.Column<string>(type: "nvarchar(90)", maxLength: 90, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Last4 = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true),
                    RefundedMinor = table.Column<long>(type: "bigint", nullable: false),
                    Clawed = table.Column<long>(type: "bigint", nullable: false),
                    DisputeId = table.Column<string>(type: "nvarchar(90)", maxLength: 90, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Dispute = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FrozenBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Freezes = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invoices", x => x.Id);
                    table.CheckConstraint("CK_Invoices_NeverNegative", "RefundedMinor >= 0 AND Credits >= 0 AND Clawed >= 0 AND Clawed <= Credits");
                    table.ForeignKey(
                        name: "FK_Invoices_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Invoices_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_AccountId_At",
                table: "Invoices",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_GatewayId",
                table: "Invoices",
                column: "GatewayId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_PaymentId",
                table: "Invoices",
                column: "PaymentId",
                unique: true,
                filter: "PaymentId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_SubscriptionId",
                table: "Invoices",
                column: "SubscriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_AccountId",
                table: "Subscriptions",
                column: "AccountId",
                unique: true,
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_AccountId_ClientId",
                table: "Subscriptions",
                columns: new[] { "AccountId", "ClientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_CheckoutId",
                table: "Subscriptions",
                column: "CheckoutId",
                unique: true,
                filter: "CheckoutId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_GatewayId",
                table: "Subscriptions",
                column: "GatewayId",
                unique: true,
                filter: "GatewayId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_LookedAt",
                table: "Subscriptions",
                column: "LookedAt",
                filter: "EndedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_UserId",
                table: "Subscriptions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Invoices");

            migrationBuilder.DropTable(
                name: "PlanPrices");

            migrationBuilder.DropTable(
                name: "Subscriptions");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropColumn(
                name: "GoneAt",
                table: "GatewayCustomers");

            migrationBuilder.DropColumn(
                name: "PaidCredits",
                table: "Allowances");

            migrationBuilder.DropColumn(
                name: "PaidUntil",
                table: "Allowances");
        }
    }
}
