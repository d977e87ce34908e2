namespace Tisserand.Simulation.Town;

/// <summary>How the people of a small cooperative behave. Every default is a choice, to be replaced by measured figures where they exist.</summary>
public sealed record LifeOptions
{
    /// <summary>Logit of a yes from an ordinary volunteer next door, rested, for a need she neither likes nor dislikes. Choice: 55 %.</summary>
    public double YesAtHome { get; init; } = 0.2;

    /// <summary>Logit lost per kilometre as the crow flies. Choice: ten kilometres halve the odds and more.</summary>
    public double YesPerKm { get; init; } = -0.11;

    /// <summary>Logit gained for a need she likes. Choice.</summary>
    public double YesWhenLiked { get; init; } = 0.9;

    /// <summary>Logit lost per question of the last seven days. Choice: being asked tires.</summary>
    public double YesPerRecentAsk { get; init; } = -0.35;

    /// <summary>Logit gained with somebody she has already visited. Choice.</summary>
    public double YesWhenKnown { get; init; } = 0.8;

    /// <summary>Deviation between volunteers, in logits. Choice.</summary>
    public double YesDeviation { get; init; } = 0.7;

    /// <summary>Share of volunteers who never answer a message. Choice.</summary>
    public double NeverAnswer { get; init; } = 0.08;

    /// <summary>Share of questions that stay without an answer, from those who usually answer. Choice.</summary>
    public double Forgets { get; init; } = 0.15;

    /// <summary>Median time to answer a text message, in hours. Choice: half within two hours and a half.</summary>
    public double AnswerMedianHours { get; init; } = 1.6;

    /// <summary>Deviation of the logarithm of that time. Choice.</summary>
    public double AnswerSigma { get; init; } = 1.1;

    /// <summary>Share of written answers that nobody can read for sure. Choice.</summary>
    public double Unclear { get; init; } = 0.04;

    /// <summary>Share of volunteers the coordinator by hand knows best and calls first. Choice.</summary>
    public double Favourites { get; init; } = 0.15;

    /// <summary>Chance that a telephone call reaches somebody. Choice: less than half in office hours.</summary>
    public double Reached { get; init; } = 0.45;

    /// <summary>Chance that a call reaches somebody who is helped. Choice: most are at home in office hours.</summary>
    public double ElderReached { get; init; } = 0.8;

    /// <summary>Chance that a main volunteer says "pas cette fois" to one day of her series. Choice.</summary>
    public double NotThisTime { get; init; } = 0.07;

    /// <summary>Share of written answers that ask for no more messages. Choice: rare.</summary>
    public double WritesStop { get; init; } = 0.001;

    /// <summary>Share of written answers that leave out the number of the question. Choice.</summary>
    public double LeavesNumberOut { get; init; } = 0.35;

    /// <summary>Median of office hours before the coordinator looks at a list or reads an answer that nobody could be sure of. Choice.</summary>
    public double LooksMedianHours { get; init; } = 0.4;

    /// <summary>Median of minutes of one call, and of what has to be noted. Choice.</summary>
    public double CallMedianMinutes { get; init; } = 4;

    /// <summary>Median of office hours before the coordinator by hand begins with a request. Choice: she does much else.</summary>
    public double HandStartMedianHours { get; init; } = 3.5;

    /// <summary>Office hours she waits to be called back before she tries the next. Choice: half a day.</summary>
    public double HandPatienceHours { get; init; } = 3;

    /// <summary>Chance that somebody who found a call calls back within that time. Choice.</summary>
    public double CallsBack { get; init; } = 0.35;

    /// <summary>Office hours between two calls for one request. Choice: she is interrupted.</summary>
    public double HandBetweenCallsHours { get; init; } = 0.5;

    /// <summary>Volunteers she calls at most for one request. Choice.</summary>
    public int HandMostCalls { get; init; } = 12;

    /// <summary>Calls to one person in a week beyond which a coordinator by hand tries somebody else. A choice: twice.</summary>
    public int HandMostCallsAWeek { get; init; } = 2;

    /// <summary>Chance that the volunteer does not come. Choice.</summary>
    public double NoShow { get; init; } = 0.012;

    /// <summary>Chance that nobody opens. Choice.</summary>
    public double NobodyHome { get; init; } = 0.015;

    /// <summary>Chance that the volunteer cancels an agreed visit. Choice.</summary>
    public double VolunteerCancels { get; init; } = 0.05;

    /// <summary>Chance that the beneficiary cancels an agreed visit. Choice.</summary>
    public double BeneficiaryCancels { get; init; } = 0.05;

    /// <summary>Chance that a volunteer tells how a visit went. Choice.</summary>
    public double VolunteerTells { get; init; } = 0.7;

    /// <summary>Chance that a beneficiary tells how it went, on paper, by telephone or in writing. Choice.</summary>
    public double BeneficiaryTells { get; init; } = 0.4;
}
