using Tisserand.App.Understanding;

namespace Tisserand.Web.Pages.Coordination;

/// <summary>What a coordinator does when danger is heard: sentences written by people, chosen by theme.</summary>
internal static class CallDanger
{
    public static IReadOnlyList<string> Numbers { get; } = ["15", "17", "18", "112", "114", "3114", "3977"];

    /// <summary>Key of the sentence.</summary>
    public static string WhatToDo(DangerRead danger) => danger.Theme switch
    {
        _ when !danger.IsPlain => "Danger_Ask",
        "chute" or "malaise" => "Danger_Body",
        "sans nouvelles" => "Danger_Silence",
        "idées noires" or "détresse" => "Danger_Dark",
        "violence" => "Danger_Violence",
        "fraude" => "Danger_Fraud",
        "maison" => "Danger_House",
        "faim" => "Danger_Hunger",
        _ => "Danger_Body",
    };
}
