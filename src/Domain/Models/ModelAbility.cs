namespace SaaSChat.Domain.Models;

/// <summary>What a model is good for, as far as this site makes use of it.</summary>
public enum ModelAbility
{
    Reasoning,
    LongContext,
    LongAnswers,
    CheaperRepeats,
    Small,
}
