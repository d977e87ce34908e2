using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Migrations.Sqlite;

namespace Tisserand.App.Tests.Storage;

public sealed class Keeping_personal_data
{
    [Theory, EachDatabase]
    public async Task What_is_written_is_read_back_and_cannot_be_read_without_the_keys(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var territory = new Territory(new TerritoryId(Guid.NewGuid()), "Redon", "35236", "+33299000000");
        var person = new Person(new PersonId(Guid.NewGuid()), territory.Id, "Yvonne", "Le Goff");
        person.HasContacts([new ContactPoint(new ContactPointId(Guid.NewGuid()), person.Id, ContactKind.Landline, "+33299712345", database.Keys)]);
        await using (var db = database.Open())
        {
            db.AddRange(territory, person);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using (var db = database.Open())
        {
            var read = await db.People.Include(p => p.Contacts).SingleAsync(TestContext.Current.CancellationToken);
            Assert.Equal(("Yvonne", "Le Goff", "+33299712345"), (read.FirstName, read.LastName, read.Contacts.Single().Value));
            var index = database.Keys.IndexOf("+33299712345");
            Assert.Equal(1, await db.ContactPoints.CountAsync(c => c.Index == index, TestContext.Current.CancellationToken));
            var stored = await db.Database.SqlQueryRaw<byte[]>("""SELECT "LastName" AS "Value" FROM people""").ToListAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Goff", Encoding.UTF8.GetString(stored.Single()));
        }
    }

    [Fact]
    public async Task Keys_closed_and_opened_again_in_one_process_read_what_was_written()
    {
        var folder = Directory.CreateTempSubdirectory("tisserand-");
        var options = new DbContextOptionsBuilder<TisserandDb>().UseTisserandSqlite(Path.Combine(folder.FullName, "tisserand.db"), durable: false);
        string id;
        using (var keys = KeyRing.CreateIn(folder.FullName))
        {
            id = keys.Id;
            await using var db = new TisserandDb((DbContextOptions<TisserandDb>)options.Options, keys);
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            var territory = new Territory(new TerritoryId(Guid.NewGuid()), "Redon", "35236", "+33299000000");
            db.AddRange(territory, new Person(new PersonId(Guid.NewGuid()), territory.Id, "Yvonne", "Le Goff"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using (var again = KeyRing.Load(folder.FullName, id)!)
        {
            await using var db = new TisserandDb((DbContextOptions<TisserandDb>)options.Options, again);
            Assert.Equal("Le Goff", (await db.People.SingleAsync(TestContext.Current.CancellationToken)).LastName);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_value_moved_to_another_column_does_not_open()
    {
        using var keys = KeyRing.Create();
        var street = keys.Seal("3 rue du Port"u8, "people.Street"u8);

        Assert.Equal("3 rue du Port", Encoding.UTF8.GetString(keys.Open(street, "people.Street"u8)));
        Assert.ThrowsAny<CryptographicException>(() => keys.Open(street, "people.Notes"u8));
    }

    [Fact]
    public async Task Every_stored_property_is_personal_with_its_reasons_or_says_why_it_is_not()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var db = database.Open();
        var silent =
            from entity in db.Model.GetEntityTypes()
            where entity.ClrType.Assembly == typeof(TisserandDb).Assembly
            from property in entity.GetProperties()
            let member = property.PropertyInfo
            where member is not null && SaysSomething(member.PropertyType)
                && member.GetCustomAttribute<PersonalAttribute>() is null && member.GetCustomAttribute<NotPersonalAttribute>() is null
            select $"{entity.ClrType.Name}.{member.Name}";

        Assert.Empty(silent);
    }

    // Identities, counters and states speak of nobody by themselves; texts, dates, points and instants may.
    private static bool SaysSomething(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(byte[]) || plain == typeof(IReadOnlyList<string>)
            || plain.Namespace is "NodaTime" or "Tisserand.France";
    }
}
