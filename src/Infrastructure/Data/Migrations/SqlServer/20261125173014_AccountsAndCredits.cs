using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AccountsAndCredits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasChosenView",
                table: "Users",
                type: "bit",
                nullable: false,
                defaultValue: false);

            // By hand: SQL Server changes no column that a key stands on.
            migrationBuilder.DropPrimaryKey("PK_UserLogins", "UserLogins");

            migrationBuilder.AlterColumn<string>(
                name: "ProviderDisplayName",
                table: "UserLogins",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ProviderKey",
                table: "UserLogins",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(128)",
                oldMaxLength: 128);

            migrationBuilder.AlterColumn<string>(
                name: "LoginProvider",
                table: "UserLogins",
                type: "nvarchar(190)",
                maxLength: 190,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(128)",
                oldMaxLength: 128);

            migrationBuilder.AddPrimaryKey("PK_UserLogins", "UserLogins", ["LoginProvider", "ProviderKey"]);

            migrationBuilder.AddColumn<DateTime>(
                name: "AllowanceDueAt",
                table: "CreditAccounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Allowances",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlanKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    GivenUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RefilledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Claims = table.Column<long>(type: "bigint", nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allowances", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_Allowances_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hint = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Label = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Scopes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChatModels",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Modalities = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Reasoning = table.Column<bool>(type: "bit", nullable: false),
                    ContextWindow = table.Column<int>(type: "int", nullable: true),
                    MaxOutput = table.Column<int>(type: "int", nullable: true),
                    PricesSeen = table.Column<DateOnly>(type: "date", nullable: true),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    FreePlans = table.Column<bool>(type: "bit", nullable: false),
                    Margin = table.Column<int>(type: "int", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatModels", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "LimitPeriods",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Span = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Zone = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Tokens = table.Column<long>(type: "bigint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LimitPeriods", x => new { x.AccountId, x.UserId, x.Span });
                });

            migrationBuilder.CreateTable(
                name: "NetworkKeys",
                columns: table => new
                {
                    Month = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Wrapped = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    LockedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkKeys", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "PlatformDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Slot = table.Column<int>(type: "int", nullable: false),
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
                    table.PrimaryKey("PK_PlatformDays", x => new { x.Day, x.ModelKey, x.Source, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "RefillSchedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PlanKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Every_Count = table.Column<int>(type: "int", nullable: false),
                    Every_Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefillSchedules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RefillSchedules_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UsageAlerts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Threshold = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageAlerts", x => new { x.AccountId, x.UserId, x.Kind, x.FirstDay, x.Threshold });
                });

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

            migrationBuilder.CreateTable(
                name: "UsageLimits",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SetBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    DayTokens = table.Column<long>(type: "bigint", nullable: true),
                    MonthTokens = table.Column<long>(type: "bigint", nullable: true),
                    DayCost = table.Column<long>(type: "bigint", nullable: true),
                    MonthCost = table.Column<long>(type: "bigint", nullable: true),
                    WarnAt = table.Column<int>(type: "int", nullable: true),
                    RowVersion = table.Column<byte[]>(type: "rowversion", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageLimits", x => new { x.AccountId, x.UserId, x.SetBy });
                });

            migrationBuilder.CreateTable(
                name: "UsageRecords",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    HoldId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    ReadTokens = table.Column<long>(type: "bigint", nullable: false),
                    WriteTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false),
                    Credits = table.Column<long>(type: "bigint", nullable: false),
                    Margin = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LocalDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LocalHour = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageRecords", x => new { x.AccountId, x.Seq });
                    table.ForeignKey(
                        name: "FK_UsageRecords_CreditAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "CreditAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Visitors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Network = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CameAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Day = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Place = table.Column<int>(type: "int", nullable: false),
                    SignedUpAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Visitors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Visitors_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelPrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LongContextAbove = table.Column<long>(type: "bigint", nullable: true),
                    OffPeak = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelPrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModelPrices_ChatModels_ModelKey",
                        column: x => x.ModelKey,
                        principalTable: "ChatModels",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UsageParts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Quantity = table.Column<long>(type: "bigint", nullable: false),
                    Rate = table.Column<long>(type: "bigint", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageParts", x => new { x.AccountId, x.Seq, x.Kind });
                    table.ForeignKey(
                        name: "FK_UsageParts_UsageRecords_AccountId_Seq",
                        columns: x => new { x.AccountId, x.Seq },
                        principalTable: "UsageRecords",
                        principalColumns: new[] { "AccountId", "Seq" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModelRates",
                columns: table => new
                {
                    PriceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rate = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelRates", x => new { x.PriceId, x.Tier, x.Kind });
                    table.ForeignKey(
                        name: "FK_ModelRates_ModelPrices_PriceId",
                        column: x => x.PriceId,
                        principalTable: "ModelPrices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenCalls",
                columns: table => new
                {
                    HoldId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ModelKey = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ConversationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    KeyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PriceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Margin = table.Column<int>(type: "int", nullable: false),
                    InputEstimate = table.Column<long>(type: "bigint", nullable: false),
                    LikelyInput = table.Column<long>(type: "bigint", nullable: false),
                    OutputCap = table.Column<long>(type: "bigint", nullable: false),
                    CostEstimate = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenCalls", x => x.HoldId);
                    table.ForeignKey(
                        name: "FK_OpenCalls_CreditHolds_HoldId",
                        column: x => x.HoldId,
                        principalTable: "CreditHolds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpenCalls_ModelPrices_PriceId",
                        column: x => x.PriceId,
                        principalTable: "ModelPrices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.MakeAppendOnly("ModelRates", ["PriceId", "Tier", "Kind"]);
            migrationBuilder.MakeAppendOnly("UsageRecords", ["AccountId", "Seq"], ["HoldId"]);
            migrationBuilder.MakeAppendOnly("UsageParts", ["AccountId", "Seq", "Kind"]);

            migrationBuilder.CreateIndex(
                name: "IX_CreditGrants_AccountId_Source",
                table: "CreditGrants",
                columns: new[] { "AccountId", "Source" });

            migrationBuilder.CreateIndex(
                name: "IX_CreditAccounts_AllowanceDueAt",
                table: "CreditAccounts",
                column: "AllowanceDueAt",
                filter: "AllowanceDueAt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Allowances_PlanKey",
                table: "Allowances",
                column: "PlanKey");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_AccountId",
                table: "ApiKeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_UserId",
                table: "ApiKeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ModelPrices_ModelKey_From",
                table: "ModelPrices",
                columns: new[] { "ModelKey", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenCalls_AccountId_UserId",
                table: "OpenCalls",
                columns: new[] { "AccountId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenCalls_PriceId",
                table: "OpenCalls",
                column: "PriceId");

            migrationBuilder.CreateIndex(
                name: "IX_RefillSchedules_AccountId",
                table: "RefillSchedules",
                column: "AccountId",
                unique: true,
                filter: "[AccountId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RefillSchedules_PlanKey",
                table: "RefillSchedules",
                column: "PlanKey",
                unique: true,
                filter: "[PlanKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_UsageRecords_AccountId_ConversationId",
                table: "UsageRecords",
                columns: new[] { "AccountId", "ConversationId" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageRecords_HoldId",
                table: "UsageRecords",
                column: "HoldId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visitors_AccountId",
                table: "Visitors",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Visitors_CameAt",
                table: "Visitors",
                column: "CameAt");

            migrationBuilder.CreateIndex(
                name: "IX_Visitors_Network_Day_Place",
                table: "Visitors",
                columns: new[] { "Network", "Day", "Place" },
                unique: true);

            migrationBuilder.StartAllowancesOfAccounts();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Allowances");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "LimitPeriods");

            migrationBuilder.DropTable(
                name: "ModelRates");

            migrationBuilder.DropTable(
                name: "NetworkKeys");

            migrationBuilder.DropTable(
                name: "OpenCalls");

            migrationBuilder.DropTable(
                name: "PlatformDays");

            migrationBuilder.DropTable(
                name: "RefillSchedules");

            migrationBuilder.DropTable(
                name: "UsageAlerts");

            migrationBuilder.DropTable(
                name: "UsageDays");

            migrationBuilder.DropTable(
                name: "UsageLimits");

            migrationBuilder.DropTable(
                name: "UsageParts");

            migrationBuilder.DropTable(
                name: "Visitors");

            migrationBuilder.DropTable(
                name: "ModelPrices");

            migrationBuilder.DropTable(
                name: "UsageRecords");

            migrationBuilder.DropTable(
                name: "ChatModels");

            migrationBuilder.DropIndex(
                name: "IX_CreditGrants_AccountId_Source",
                table: "CreditGrants");

            migrationBuilder.DropIndex(
                name: "IX_CreditAccounts_AllowanceDueAt",
                table: "CreditAccounts");

            migrationBuilder.DropColumn(
                name: "HasChosenView",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "AllowanceDueAt",
                table: "CreditAccounts");

            migrationBuilder.DropPrimaryKey("PK_UserLogins", "UserLogins");

            migrationBuilder.AlterColumn<string>(
                name: "ProviderDisplayName",
                table: "UserLogins",
                type: "nvarchar(max)",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "nvarchar(100)",
                oldMaxLength: 100,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "ProviderKey",
                table: "UserLogins",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(255)",
                oldMaxLength: 255,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "LoginProvider",
                table: "UserLogins",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(190)",
                oldMaxLength: 190,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddPrimaryKey("PK_UserLogins", "UserLogins", ["LoginProvider", "ProviderKey"]);
        }
    }
}
