using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

/// <summary>Against what the vocabularies cl100k and r50k count, the latter more than any that providers still use.</summary>
public sealed class TokenEstimateTests
{
    [Theory]
    [InlineData("كيف يمكنني أن أتعلم البرمجة بسرعة؟ أريد أن أبني موقعاً إلكترونياً لمتجري الصغير في الرياض، ولا أعرف من أين أبدأ.", 118)]
    [InlineData("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ ۝ الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ ۝ إِيَّاكَ نَعْبُدُ وَإِيَّاكَ نَسْتَعِينُ", 129)]
    [InlineData("ڤڨڭگۆێڕڵ ێۆ ﷺ ﷲ ﻻ ﺍﻟﻌﺮﺑﻴﺔ ۩ ۞ ـــــ", 67)]
    [InlineData("شلونك يا خوي؟ وش تسوي هالأيام؟ والله مشتاقين لك وايد، لا تقطع!", 68)]
    [InlineData("١٢٣٤٥٦٧٨٩٠ ٪ ٫ ٬ ؟ ؛ ، «» 2026/11/25", 44)]
    [InlineData("یہ ایک اردو جملہ ہے جس میں خاص حروف ٹ ڈ ڑ ے ہیں۔ این یک جمله فارسی است", 90)]
    [InlineData("How can I learn programming quickly? I want to build a website for my small shop and do not know where to start.", 25)]
    [InlineData("public static long? F(int[] a){for(int i=0;i<a.Length;i++){if(a[i]!=0){return a[i]<<2;}}return null;}", 48)]
    [InlineData("我想学习编程，为我的小商店建立一个网站，但不知道从哪里开始。饕餮魑魅魍魉", 83)]
    [InlineData("😀👩‍👩‍👧‍👦🏳️‍🌈🧑🏽‍🚀🇸🇦🫠", 49)]
    public void The_most_is_never_below_what_is_counted(string text, long counted)
    {
        var estimate = TokenEstimate.OfText(text);

        Assert.InRange(estimate.Most, counted, long.MaxValue);
        Assert.InRange(estimate.Likely, 1, estimate.Most);
    }

    [Fact]
    public void Nothing_is_nothing_and_a_message_has_ends()
    {
        Assert.Equal(new TokenEstimate(0, 0), TokenEstimate.OfText(""));
        Assert.Equal(new TokenEstimate(16, 16), TokenEstimate.OfPrompt(["", ""]));
    }
}
