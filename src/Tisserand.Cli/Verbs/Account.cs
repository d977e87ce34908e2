using System.CommandLine;

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

    private static Task<int> AddAsync(AccountOrder order, CancellationToken ct) => Task.FromResult(VerbToCome.NotYet("account add"));
}

/// <param name="Role">coordinator, board, dpo or admin.</param>
/// <param name="Territories">Names as the cooperative writes them; none means all of them.</param>
internal sealed record AccountOrder(
    Installation Where, string Role, IReadOnlyList<string> Territories, string? Email, string? Name, bool AsJson);
