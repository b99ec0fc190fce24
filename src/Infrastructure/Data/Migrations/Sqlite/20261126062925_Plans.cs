using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PaidCredits",
                table: "Allowances",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "PaidUntil",
                table: "Allowances",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    Generations = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFree = table.Column<bool>(type: "INTEGER", nullable: false),
                    AllModels = table.Column<bool>(type: "INTEGER", nullable: false),
                    DayTokens = table.Column<long>(type: "INTEGER", nullable: true),
                    MonthTokens = table.Column<long>(type: "INTEGER", nullable: true),
                    DayCost = table.Column<long>(type: "INTEGER", nullable: true),
                    MonthCost = table.Column<long>(type: "INTEGER", nullable: true),
                    Margin = table.Column<int>(type: "INTEGER", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Interval = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PriceMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CheckoutId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    GatewayId = table.Column<string>(type: "TEXT", maxLength: 90, nullable: true),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PaidUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsWithPeriod = table.Column<bool>(type: "INTEGER", nullable: false),
                    Next = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Pending = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    WishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Wishes = table.Column<long>(type: "INTEGER", nullable: false),
                    LatestInvoiceId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Looks = table.Column<long>(type: "INTEGER", nullable: false),
                    LookedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PlanKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MonthMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    YearMinor = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GatewayId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlanKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Interval = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    TotalMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Credits = table.Column<long>(type: "INTEGER", nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaymentId = table.Column<string>(type: "TEXT", maxLength: 90, nullable: true),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Last4 = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    RefundedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Clawed = table.Column<long>(type: "INTEGER", nullable: false),
                    DisputeId = table.Column<string>(type: "TEXT", maxLength: 90, nullable: true),
                    Dispute = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FrozenBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Freezes = table.Column<int>(type: "INTEGER", nullable: false)
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
