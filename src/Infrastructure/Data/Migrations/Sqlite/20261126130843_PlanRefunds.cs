using System;
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
            migrationBuilder.AlterColumn<Guid>(
                name: "PaymentId",
                table: "Refunds",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<bool>(
                name: "EndsPlan",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "InvoiceId",
                table: "Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_InvoiceId",
                table: "Refunds",
                column: "InvoiceId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Refunds_OfOne",
                table: "Refunds",
                sql: "(PaymentId IS NULL AND InvoiceId IS NOT NULL) OR (PaymentId IS NOT NULL AND InvoiceId IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_Invoices_At_GatewayId",
                table: "Invoices",
                columns: new[] { "At", "GatewayId" });

            migrationBuilder.AddForeignKey(
                name: "FK_Refunds_Invoices_InvoiceId",
                table: "Refunds",
                column: "InvoiceId",
                principalTable: "Invoices",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Refunds_Invoices_InvoiceId",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_InvoiceId",
                table: "Refunds");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Refunds_OfOne",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Invoices_At_GatewayId",
                table: "Invoices");

            migrationBuilder.DropColumn(
                name: "EndsPlan",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "InvoiceId",
                table: "Refunds");

            migrationBuilder.AlterColumn<Guid>(
                name: "PaymentId",
                table: "Refunds",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
