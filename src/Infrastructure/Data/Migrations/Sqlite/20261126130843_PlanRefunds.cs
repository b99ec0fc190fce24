using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlanRefunds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: EF's own rebuild of a table leaves the transaction. Nothing refers to a refund.
            migrationBuilder.Sql(
                """
                CREATE TABLE "RefundsNew" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Refunds" PRIMARY KEY,
                    "AccountId" TEXT NOT NULL,
                    "ActorId" TEXT NOT NULL,
                    "AmountMinor" INTEGER NOT NULL,
                    "AskedAt" TEXT NOT NULL,
                    "EndedAt" TEXT NULL,
                    "EndsPlan" INTEGER NOT NULL DEFAULT 0,
                    "InvoiceId" TEXT NULL,
                    "PaymentId" TEXT NULL,
                    "State" TEXT NOT NULL,
                    CONSTRAINT "CK_Refunds_OfOne" CHECK ((PaymentId IS NULL AND InvoiceId IS NOT NULL) OR (PaymentId IS NOT NULL AND InvoiceId IS NULL)),
                    CONSTRAINT "CK_Refunds_Positive" CHECK (AmountMinor > 0),
                    CONSTRAINT "FK_Refunds_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT,
                    CONSTRAINT "FK_Refunds_Invoices_InvoiceId" FOREIGN KEY ("InvoiceId") REFERENCES "Invoices" ("Id") ON DELETE RESTRICT,
                    CONSTRAINT "FK_Refunds_Payments_PaymentId" FOREIGN KEY ("PaymentId") REFERENCES "Payments" ("Id") ON DELETE RESTRICT
                );
                INSERT INTO "RefundsNew" ("Id", "AccountId", "ActorId", "AmountMinor", "AskedAt", "EndedAt", "PaymentId", "State")
                SELECT "Id", "AccountId", "ActorId", "AmountMinor", "AskedAt", "EndedAt", "PaymentId", "State" FROM "Refunds";
                DROP TABLE "Refunds";
                ALTER TABLE "RefundsNew" RENAME TO "Refunds";
                CREATE INDEX "IX_Refunds_AccountId" ON "Refunds" ("AccountId");
                CREATE INDEX "IX_Refunds_AskedAt" ON "Refunds" ("AskedAt") WHERE EndedAt IS NULL;
                CREATE INDEX "IX_Refunds_InvoiceId" ON "Refunds" ("InvoiceId");
                CREATE INDEX "IX_Refunds_PaymentId" ON "Refunds" ("PaymentId");
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_At_GatewayId",
                table: "Invoices",
                columns: new[] { "At", "GatewayId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invoices_At_GatewayId",
                table: "Invoices");

            migrationBuilder.Sql(
                """
                CREATE TABLE "RefundsOld" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Refunds" PRIMARY KEY,
                    "AccountId" TEXT NOT NULL,
                    "ActorId" TEXT NOT NULL,
                    "AmountMinor" INTEGER NOT NULL,
                    "AskedAt" TEXT NOT NULL,
                    "EndedAt" TEXT NULL,
                    "PaymentId" TEXT NOT NULL,
                    "State" TEXT NOT NULL,
                    CONSTRAINT "CK_Refunds_Positive" CHECK (AmountMinor > 0),
                    CONSTRAINT "FK_Refunds_Accounts_AccountId" FOREIGN KEY ("AccountId") REFERENCES "Accounts" ("Id") ON DELETE RESTRICT,
                    CONSTRAINT "FK_Refunds_Payments_PaymentId" FOREIGN KEY ("PaymentId") REFERENCES "Payments" ("Id") ON DELETE RESTRICT
                );
                INSERT INTO "RefundsOld" ("Id", "AccountId", "ActorId", "AmountMinor", "AskedAt", "EndedAt", "PaymentId", "State")
                SELECT "Id", "AccountId", "ActorId", "AmountMinor", "AskedAt", "EndedAt", "PaymentId", "State" FROM "Refunds";
                DROP TABLE "Refunds";
                ALTER TABLE "RefundsOld" RENAME TO "Refunds";
                CREATE INDEX "IX_Refunds_AccountId" ON "Refunds" ("AccountId");
                CREATE INDEX "IX_Refunds_AskedAt" ON "Refunds" ("AskedAt") WHERE EndedAt IS NULL;
                CREATE INDEX "IX_Refunds_PaymentId" ON "Refunds" ("PaymentId");
                """);
        }
    }
}
