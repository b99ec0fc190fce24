namespace SaaSChat.Domain.Models;

/// <summary>What a provider counts. The kinds are disjoint: a cached token is no fresh one, and reasoning is output. Without another word, a kind counts tokens.</summary>
public enum UsageKind
{
    Input,
    CacheRead,
    CacheWriteShort,
    CacheWriteLong,
    Output,
    ImageInput,
    ImageCacheRead,
    ImageOutput,
    AudioInput,
    AudioOutput,
    AudioInputCharacter,
    AudioOutputCharacter,
    AudioInputSecond,
    AudioOutputSecond,
    AudioInputMinute,
    AudioOutputMinute,
    VideoSecond,
    Image,
    Call,
}
