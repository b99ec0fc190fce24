using SaaSChat.Domain.Chats.Search;

namespace SaaSChat.Domain.Tests.Chats;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("مُحَمَّدٌ", "محمد")]
    [InlineData("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله")]
    [InlineData("مدرســـــة", "مدرسه")]
    [InlineData("مستشفى", "مستشفي")]
    [InlineData("مسؤول شيء رئيس", "مسوول شيء رييس")]
    [InlineData("ﷲ ﻻ", "الله لا")]
    [InlineData("کتاب ایران", "كتاب ايران")]
    [InlineData("١٢٣ ۴۵۶", "123 456")]
    [InlineData("\u202Bنص\u202C\u200F \u2067هنا\u2069", "نص هنا")]
    [InlineData("می\u200Cخواهم", "ميخواهم")]
    [InlineData("Crème BRÛLÉE Ångström", "creme brulee angstrom")]
    [InlineData("ｆｕｌｌ ﬁne №", "full fine no")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("", "")]
    public void What_reads_alike_has_one_key(string written, string key) => Assert.Equal(key, SearchKey.Of(written).Text);

    [Fact]
    public void Half_a_sign_is_no_fault() => Assert.Equal("a\uFFFDb", SearchKey.Of("a\uD83Db").Text);

    [Theory]
    [InlineData("قال مُحَمَّدٌ: نعم", "محمد", "قال [مُحَمَّدٌ]: نعم")]
    [InlineData("الإسلام والأسلمة", "الاس", "[الإسلام] والأسلمة")]
    [InlineData("Über-Größe", "uber", "[Über]-Größe")]
    [InlineData("a 😀 word", "wor", "a 😀 [word]")]
    [InlineData("ﷺ", "صلي", "[ﷺ]")]
    [InlineData("多くの東京", "東京", "多くの[東][京]")]
    public void What_is_found_is_marked_as_it_was_written(string text, string typed, string marked)
    {
        var parts = Excerpt.Whole(text, SearchPhrase.Read(typed)!);

        Assert.Equal(marked, string.Concat(parts.Select(p => p.IsHit ? $"[{p.Text}]" : p.Text)));
    }

    [Fact]
    public void An_excerpt_shows_where_most_of_the_phrase_stands_together()
    {
        var text = "tram " + string.Concat(Enumerable.Repeat("filler words here ", 60)) + "the violet tram under glass " + string.Concat(Enumerable.Repeat("and more text ", 60));

        var parts = Excerpt.Of(text, SearchPhrase.Read("violet tram")!);

        Assert.Equal(["violet", "tram"], parts.Where(p => p.IsHit).Select(p => p.Text));
        Assert.Equal(("…", "…"), (parts[0].Text, parts[^1].Text));
        Assert.True(parts.Sum(p => p.Text.Length) < 260);
    }

    [Fact]
    public void A_text_without_a_space_is_cut_without_breaking_a_sign()
    {
        var parts = Excerpt.Of(string.Concat(Enumerable.Repeat("😀", 500)) + " needle", SearchPhrase.Read("needle")!);

        Assert.All(parts, p => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(p.Text))));
    }

    [Fact]
    public void The_terms_of_a_very_long_message_are_bounded_in_number_and_length()
    {
        var terms = SearchWords.TermsOf(string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"word{i}")) + new string('x', 500));

        Assert.Equal(SearchWords.MostOfOneMessage, terms.Count);
        Assert.All(SearchWords.TermsOf(new string('x', 500)), t => Assert.Equal(SearchWords.Longest, t.Length));
    }

    [Theory]
    [InlineData("violet tra", new[] { "violet" }, "tra")]
    [InlineData("violet  VIOLET a", new[] { "violet", "a" }, null)]
    [InlineData("  %_'\" ", null, null)]
    [InlineData(null, null, null)]
    public void A_phrase_is_its_words_and_the_beginning_of_the_last(string? typed, string[]? words, string? beginning)
    {
        var phrase = SearchPhrase.Read(typed);

        Assert.Equal((words is null ? null : string.Join(',', words), beginning), (phrase is null ? null : string.Join(',', phrase.Words), phrase?.Beginning));
    }

    [Fact]
    public void Numbers_grow_with_time_and_begin_where_their_moment_begins()
    {
        var at = new DateTime(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
        var entry = IndexedMessage.Of(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null, at);

        Assert.InRange(entry.No, IndexedMessage.FirstAt(at), IndexedMessage.FirstAt(at.AddMilliseconds(1)) - 1);
        Assert.True(IndexedMessage.FirstAt(DateTime.MaxValue) > 0);
        Assert.Equal(0, IndexedMessage.FirstAt(DateTime.MinValue));
    }
}
