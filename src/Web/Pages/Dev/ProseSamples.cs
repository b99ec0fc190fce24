namespace SaaSChat.Web.Pages.Dev;

internal static class ProseSamples
{
    public const string English = """
        # How a request is answered

        A server *listens*, **answers** and ~~forgets~~ logs. See [the documentation](https://example.com/docs) or https://example.com/a/very/long/address.
        This line was begun by the model. It costs $5 and $10, `inline code` included.

        ## Steps

        1. Open the socket
           - with a time limit
           - and a size limit
        2. Read the request
        3. Answer

        - [x] Tests
        - [ ] Documentation

        > A quotation, which goes on for long enough to need a second line on a narrow window, and has a name under it.

        | Method | Safe | Length of the body in bytes |
        |:-------|:----:|----------------------------:|
        | GET    | yes  | 0 |
        | POST   | no<br>never | 1,024 |

        ### Code

        ```csharp
        // Doubles what it is given.
        public static int Double(int value) => value * 2; // "twice" and a line so long that the block has to scroll sideways on every window there is
        ```

        ```sql
        SELECT name, 42 FROM people WHERE city = 'Riyadh';
        ```

        ```
        no language
        ```

        The roots are $x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$, and

        $$
        \int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}
        $$

        ---

        ![A picture](https://example.com/cat.png)
        """;

    public const string Arabic = """
        # كيف يُجاب عن الطلب

        الخادم *يستمع* ثم **يجيب** ثم ~~ينسى~~ يسجّل. انظر [التوثيق](https://example.com/docs) أو https://example.com/docs.
        السعر $5 أو $10 مع `dotnet build --configuration Release` في السطر نفسه.

        ## الخطوات

        1. افتح المقبس
           - بمهلة محددة
           - وبحجم محدد
        2. اقرأ الطلب
        3. أجب

        - [x] الاختبارات
        - [ ] التوثيق

        > اقتباس طويل بما يكفي ليحتاج إلى سطر ثانٍ في نافذة ضيقة، وتحته اسم صاحبه.

        | الطريقة | آمنة | طول المتن بالبايت |
        |:-------|:----:|------------------:|
        | قراءة    | نعم  | 0 |
        | كتابة   | لا | 1,024 |

        ```python
        # تعليق بالعربية
        def double(value):
            return value * 2
        ```

        الحل هو $x = 2$، وكذلك:

        \[
        E = mc^2
        \]
        """;

    public const string Mixed = """
        `ASP.NET Core` إطار عمل مفتوح المصدر من مايكروسوفت لبناء مواقع الوب.

        The word سلام means peace, and مرحبا means hello.

        - عنصر بالعربية عن `HttpClient`
        - An item in English
        - 12.50 + 3 = 15.50

        > `Docker` أداة لتشغيل التطبيقات داخل حاويات معزولة عن النظام.

        | المصطلح | Term |
        |---|---|
        | خادم | server |
        | عميل | client |
        """;

    public const string Hostile = """
        <script>alert(1)</script> <img src=x onerror=alert(1)> <b hx-get="/account">bold</b>

        [a link](javascript:alert(1)), [into our site](/account/sign-out), [a bank](https://bank.example@evil.example), ![a leak](data:image/svg+xml,x)

        ```js" onclick="alert(1)
        </code></pre><script>alert(1)</script>
        ```

        $\href{javascript:alert(1)}{x^2}$ and $\pmb{x}+\fcolorbox{red}{blue}{y}$ and $\frac{1$ and $\def\a{\a\a}\a^2$ and $x^2\rule{999em}{999em}$

        """ + "Turned \u202Eaway\u202C and hid\u200Bden, `in \u202Ecode`.";

    public const string Said = "**As typed**, with  two spaces\n\n    and an indent\nمرحبا، هذا سطر بالعربية\nhttps://example.com/path <script>";
}
