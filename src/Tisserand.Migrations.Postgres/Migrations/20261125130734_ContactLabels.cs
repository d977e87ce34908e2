using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tisserand.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ContactLabels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Label",
                table: "contact_points",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rank",
                table: "contact_points",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Label",
                table: "contact_points");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "contact_points");
        }
    }
}
