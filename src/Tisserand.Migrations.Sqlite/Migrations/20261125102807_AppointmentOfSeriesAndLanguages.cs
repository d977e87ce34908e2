using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tisserand.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AppointmentOfSeriesAndLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AppointmentAt",
                table: "recurring_needs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LikesToSpeak",
                table: "beneficiaries",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AppointmentAt",
                table: "recurring_needs");

            migrationBuilder.DropColumn(
                name: "LikesToSpeak",
                table: "beneficiaries");
        }
    }
}
