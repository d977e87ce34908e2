using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Learning;
using Tisserand.App.Privacy;
using Tisserand.App.Territories;
using Tisserand.App.Tests.Storage;
using Tisserand.App.Understanding;
using static Tisserand.App.Tests.Town;

namespace Tisserand.App.Tests.Learning;

public sealed class Teaching_the_engine
{
    [Theory, EachDatabase]
    public async Task Below_sixty_corrections_it_says_how_many_are_missing(Database database)
    {
        await using var town = await OnAsync(database);
        await Corrections.AddAsync(town, 20);

        Assert.InRange(Assert.IsType<TrainOutcome.TooFew>(await TrainAsync(town)).Missing, 40, 40);
        Assert.Equal(0, await town.LookAsync(db => db.Documents.CountAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_read_otherwise_until_a_person_installs_it_and_one_step_goes_back(Database database)
    {
        await using var town = await OnAsync(database);
        await Corrections.AddAsync(town, 90);
        var claire = await CoordinatorAsync(town);
        var before = await ReadAsync(town);

        Assert.Equal(new TrainOutcome.Proposed(1), await TrainAsync(town));
        Assert.Equal(before, await ReadAsync(town));
        var proposal = (await StateAsync(town)).Proposal!;
        Assert.InRange(proposal.After.Messages, 10, 50);
        Assert.Equal((90 - proposal.After.Messages, proposal.Before.Messages), (proposal.Corrections, proposal.After.Messages));
        Assert.True(proposal.After.FirstRight > proposal.Before.FirstRight);

        Assert.Equal(new InstallOutcome.Installed(1), await InstallAsync(town, 1, 0, claire));
        Assert.Equal("courses", (await ReadAsync(town))[0].Code);
        Assert.Null((await StateAsync(town)).Proposal);

        Assert.Equal(new InstallOutcome.Installed(2), await BackAsync(town, 1, claire));
        Assert.Equal(before, await ReadAsync(town));
        Assert.Equal(["train", "install-document", "restore-document"], await town.LookAsync(db => db.AuditLines.Where(a => a.SubjectKind.StartsWith("need-classifier")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task Only_who_has_all_territories_decides_and_nobody_overwrites_anothers_decision(Database database)
    {
        await using var town = await OnAsync(database);
        await Corrections.AddAsync(town, 90);
        await TrainAsync(town);
        var claire = await CoordinatorAsync(town);

        Assert.Equal(new InstallOutcome.NotFound(), await InstallAsync(town, 9, 0, claire));
        Assert.Equal(new InstallOutcome.NotFound(), await BackAsync(town, 0, claire));
        Assert.IsType<InstallOutcome.Overtaken>(await InstallAsync(town, 1, 3, claire));
        await town.LookAsync(db =>
        {
            db.Add(new Territory(new TerritoryId(Guid.NewGuid()), "Vannes", "56260", "+33297000000"));
            return db.SaveChangesAsync(Ct);
        });
        Assert.Equal(new InstallOutcome.NotAllowed(), await InstallAsync(town, 1, 0, claire));
        Assert.Equal(0, (await StateAsync(town)).Version);
    }

    [Theory, EachDatabase]
    public async Task A_proposal_holds_no_sentence_and_no_word_of_fewer_than_five_people(Database database)
    {
        await using var town = await OnAsync(database);
        await Corrections.AddAsync(town, 90);

        await TrainAsync(town);

        var text = await town.LookAsync(db => db.Documents.Select(d => d.Text).SingleAsync(Ct));
        Assert.Contains("courses:aller|aller aux|aux|aux zoubidous", text, StringComparison.Ordinal);
        Assert.DoesNotContain("voudrais aller aux", text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Each_week_it_learns_by_itself_while_there_is_something_new(Database database)
    {
        await using var town = await OnAsync(database);
        await Corrections.AddAsync(town, 90);

        foreach (var (at, proposals) in new[] { ("2026-11-30T09:00", 1), ("2026-11-30T09:01", 1), ("2026-12-08T09:00", 1) })
        {
            town.ItIs(at);
            await DueAsync(town);
            Assert.Equal(proposals, await town.LookAsync(db => db.Documents.CountAsync(Ct)));
        }

        await Corrections.AddAsync(town, 1);
        town.ItIs("2026-12-08T09:01");
        await DueAsync(town);
        Assert.Equal(2, await town.LookAsync(db => db.Documents.CountAsync(Ct)));
    }

    [Theory, EachDatabase]
    public async Task At_the_desk_disagreement_comes_first_and_an_answer_counts_before_what_was_stored(Database database)
    {
        await using var town = await OnAsync(database);
        await Corrections.AddAsync(town, 1);
        await Corrections.AddAsync(town, 1, typeRead: "visite");
        await Corrections.AddAsync(town, 1, typeRead: "courses");
        TerritoryId[] hers = [town.Territory];

        var first = await NextAsync(town, hers);
        Assert.Equal(("visite", 3), (first!.TypeRead, first.Waiting));
        Assert.Equal(LabelOutcome.UnknownType, await LabelAsync(town, first.Id, "inconnu", hers));
        Assert.Equal(LabelOutcome.NotFound, await LabelAsync(town, first.Id, "courses", [new TerritoryId(Guid.NewGuid())]));
        Assert.Equal(LabelOutcome.Passed, await LabelAsync(town, first.Id, null, hers));
        var second = await NextAsync(town, hers);
        Assert.NotEqual(first.Id, second!.Id);
        Assert.Equal(LabelOutcome.Labelled, await LabelAsync(town, second.Id, "repas", hers));

        var kept = await town.LookAsync(db => db.ReadingCorrections.SingleAsync(c => c.Id == second.Id, Ct));
        Assert.Equal(("repas", town.Coordinator.Account, town.Now), (kept.Type, kept.LabelledBy, kept.LabelledAt));
        Assert.Equal(["Passed", "repas"], await town.LookAsync(db => db.AuditLines.Where(a => a.Act == "label").OrderBy(a => a.Id).Select(a => a.Outcome).ToListAsync(Ct)));
        Assert.Equal(2, (await NextAsync(town, hers))!.Waiting);
        Assert.Null(await NextAsync(town, [new TerritoryId(Guid.NewGuid())]));
    }

    private static async Task<Actor> CoordinatorAsync(Town town) => Actor.Of(Assert.IsType<AddAccountOutcome.Added>(await town.DoAsync((AddAccount add) =>
        add.RunAsync(Role.Coordinator, [town.Territory], "Claire Morvan", "claire@exemple.fr", Actor.Machine, Ct))).Account);

    private static Task<TrainOutcome> TrainAsync(Town town) => town.DoAsync((TrainClassifier train) => train.RunAsync(town.Coordinator, Ct));

    private static Task DueAsync(Town town) => town.DoAsync((TrainClassifier train) => train.RunDueAsync(town.Now, Ct));

    private static Task<InstallOutcome> InstallAsync(Town town, int proposal, int basedOn, Actor by) => town.DoAsync((InstallClassifier install) => install.RunAsync(proposal, basedOn, by, Ct));

    private static Task<InstallOutcome> BackAsync(Town town, int basedOn, Actor by) => town.DoAsync((InstallClassifier install) => install.GoBackAsync(basedOn, by, Ct));

    private static Task<LearningState> StateAsync(Town town) => town.DoAsync((ReadLearningState state) => state.ReadAsync(Ct));

    private static Task<MessageToLabel?> NextAsync(Town town, IReadOnlyList<TerritoryId> hers) => town.DoAsync((LabellingDesk desk) => desk.NextAsync(hers, null, Ct));

    private static Task<LabelOutcome> LabelAsync(Town town, ReadingCorrectionId id, string? type, IReadOnlyList<TerritoryId> hers) =>
        town.DoAsync((LabelCorrection label) => label.RunAsync(id, type, hers, town.Coordinator, Ct));

    private static async Task<List<(string Code, double Chance)>> ReadAsync(Town town) =>
        [.. (await town.DoAsync((ReadWords read) => read.RunAsync(new SaidWords(Corrections.Unsure, town.Territory), Ct))).First.Suggestions.Select(s => (s.Code, s.Chance))];
}
