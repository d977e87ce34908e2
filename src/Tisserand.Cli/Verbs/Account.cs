using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App;
using Tisserand.App.Accounts;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;
using Tisserand.Cli.Serving;
using Tisserand.France;

namespace Tisserand.Cli.Verbs;

/// <summary>Accounts of those who work for the cooperative; the first ones are made here.</summary>
internal static class Account
{
    /// <summary>Volunteers, beneficiaries and carers need none: they enter through their file.</summary>
    private static readonly string[] _roles = ["coordinator", "board", "dpo", "admin"];

    public static Command Verb(SharedOptions shared) => CommandLine.Verb("account", AddVerb(shared));

    private static Command AddVerb(SharedOptions shared)
    {
        var role = SharedOptions.Value("--role", text => Array.Find(_roles, known => known == text));
        role.Required = true;
        var territories = new Option<string[]>("--territory")
        {
            Description = Sentences.Of("Option_territory"),
            HelpName = Sentences.Of("Option_territory_Value"),
            Arity = ArgumentArity.OneOrMore,
        };
        var email = SharedOptions.Value("--email", text => text.Split('@') is [{ Length: > 0 }, { Length: > 2 }] ? text : null);
        var name = SharedOptions.Value("--name", text => string.IsNullOrWhiteSpace(text) ? null : text.Trim());

        var add = new Command("add", Sentences.Of("Verb_account_add_Summary"))
        {
            role, territories, email, name, shared.Data, shared.Database, shared.Json,
        };
        add.SetAction((parsed, ct) => AddAsync(new AccountOrder(
            Installation.Of(parsed, shared),
            parsed.GetValue(role)!,
            parsed.GetValue(territories) ?? [],
            parsed.GetValue(email),
            parsed.GetValue(name),
            AsJson: parsed.GetValue(shared.Json)), ct));
        return add;
    }

    private static async Task<int> AddAsync(AccountOrder order, CancellationToken ct)
    {
        if (order.Email is null) throw new BadInputException(Sentences.Of("Account_email_missing"));
        using var installation = OpenedInstallation.OpenOrCreate(order.Where);
        await installation.MigrateAsync(ct);
        await using var services = new ServiceCollection().AddTisserandApp(installation.Keys, db => installation.Choose(db)).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        var territories = new List<TerritoryId>();
        foreach (var name in order.Territories) territories.Add(await TerritoryAsync(scope.ServiceProvider.GetRequiredService<TisserandDb>(), name, ct));
        var outcome = await scope.ServiceProvider.GetRequiredService<AddAccount>()
            .RunAsync(RoleOf(order.Role), territories, order.Name ?? order.Email, order.Email, Actor.Machine, ct);
        switch (outcome)
        {
            case AddAccountOutcome.Added added:
                var path = $"/connexion/invitation/{added.Invitation}";
                await Console.Out.WriteLineAsync(order.AsJson
                    ? JsonSerializer.Serialize(new { role = order.Role, invitation = path })
                    : Sentences.Of("Account_added", path));
                return Outcome.Done;
            case AddAccountOutcome.TerritoryMissing:
                throw new BadInputException(Sentences.Of("Account_territory_missing"));
            case AddAccountOutcome.EmailTaken:
                throw new BadInputException(Sentences.Of("Account_email_taken"));
            default:
                throw new BadInputException(Sentences.Of("Option_email_Bad", order.Email));
        }
    }

    /// <summary>The territory of that name; where there is none, it is made around the commune of that name or code.</summary>
    private static async Task<TerritoryId> TerritoryAsync(TisserandDb db, string name, CancellationToken ct)
    {
        if (await db.Territories.Where(t => t.Name == name).Select(t => (TerritoryId?)t.Id).FirstOrDefaultAsync(ct) is { } known) return known;
        var folded = TextFolding.Fold(name);
        var communes = CommuneTable.Shipped.Find(name) is { } coded ? [coded]
            : CommuneTable.Shipped.Search(name, null, 20).Where(c => TextFolding.Fold(c.Name) == folded).ToList();
        if (communes.Count != 1) throw new BadInputException(Sentences.Of(communes.Count == 0 ? "Territory_unknown" : "Territory_several", name));
        var territory = new Territory(new TerritoryId(Guid.NewGuid()), communes[0].Name, communes[0].Insee, "");
        db.Add(territory);
        await db.SaveChangesAsync(ct);
        return territory.Id;
    }

    private static Role RoleOf(string word) => word switch
    {
        "coordinator" => Role.Coordinator,
        "board" => Role.Board,
        "dpo" => Role.Officer,
        _ => Role.Administrator,
    };
}

/// <param name="Role">coordinator, board, dpo or admin.</param>
/// <param name="Territories">Names as the cooperative writes them; none means all of them.</param>
internal sealed record AccountOrder(
    Installation Where, string Role, IReadOnlyList<string> Territories, string? Email, string? Name, bool AsJson);
