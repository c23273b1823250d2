package cn.lianxin.formerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.formerportal.FormerArticle.Guess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages as portals of coal mines had them: tables, lists of links at the side, an imprint in one line, and whatever else. */
class SavedPageTest {

    private static final Charset GBK = Charset.forName("GBK");

    static final String OLD = """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
            <title>王建国：井口的一盏灯 - 安全专题 - 青山煤矿信息网</title></head><body>
            <table width=960><tr><td colspan=2><a href="/">首页</a> <a href="/aq/">安全专题</a> <a href="/tp/">图片新闻</a></td></tr>
            <tr><td colspan=2>当前位置：<a href=/>首页</a> > <a href=/aq/>安全专题</a> > 正文</td></tr>
            <tr><td width=200><ul><li><a href=1.htm>二采区三季度安全例会开到了班组里</a><li><a href=2.htm>机电队把检修票贴到了设备上</a><li><a href=3.htm>女工家属到井口送清凉讲安全故事</a><li><a href=4.htm>全矿安全生产一千天纪念活动剪影</a></ul></td>
            <td><table><tr><td class="bt">王建国：井口的一盏灯</td></tr>
            <tr><td>作者：王建国  编辑：赵春  来源：本站  发布时间：2009-3-5 8:10:00  点击数：1024</td></tr>
            <tr><td>&nbsp;&nbsp;&nbsp;&nbsp;早班六点二十点名，井口那盏灯还亮着。<br>　　李师傅每天第一个到，先看一眼灯，再看一眼天。他说，灯亮着，心里就有底。
            <p align=center><img src="pic/deng.png" alt="井口的灯"></p>
            <p>这盏灯是一九八六年装的，换过十一次灯泡，没有一次让下井的人摸黑。</p>
            <script>document.write("<img src=http://x.example/t.gif>")</script>
            <p onclick="alert(1)">升井是下午三点，灯还在那里。<a href="javascript:alert(2)">他</a>笑了。</p>
            <p>上一篇：<a href=9.htm>雨季三防</a></p><p>【打印】【关闭窗口】</p></td></tr></table></td></tr>
            <tr><td colspan=2>版权所有 青山煤矿 地址：青山镇</td></tr></table></body></html>
            """;

    @Test
    void of_an_old_page_in_GBK_the_article_is_found_and_nothing_that_stands_around_it() throws Unreadable {
        var found = SavedPage.read(OLD.getBytes(GBK), "aq/2009/17.htm");

        assertThat(found.title()).isEqualTo("井口的一盏灯");
        assertThat(found.imprint().author()).isEqualTo("王建国");
        assertThat(found.imprint().editor()).isEqualTo("赵春");
        assertThat(found.imprint().source()).isEqualTo("本站");
        assertThat(found.imprint().day()).contains(LocalDate.of(2009, 3, 5));
        assertThat(found.channel()).isEqualTo("安全专题");
        assertThat(found.address()).isEqualTo("/aq/2009/17.htm");
        assertThat(found.text()).isEqualTo("""
                早班六点二十点名，井口那盏灯还亮着。
                李师傅每天第一个到，先看一眼灯，再看一眼天。他说，灯亮着，心里就有底。
                【图1】
                这盏灯是一九八六年装的，换过十一次灯泡，没有一次让下井的人摸黑。
                升井是下午三点，灯还在那里。他笑了。""");
        assertThat(found.images()).containsExactly(new FormerArticle.Image("pic/deng.png", "井口的灯"));
    }

    @Test
    void what_a_page_says_of_its_encoding_counts_less_than_what_is_in_it() throws Unreadable {
        var unicode = SavedPage.read(OLD.getBytes(StandardCharsets.UTF_8), "a.htm");
        var chinese = SavedPage.read(OLD.replace("gb2312", "utf-8").getBytes(Charset.forName("GB18030")), "a.htm");

        assertThat(unicode.title()).isEqualTo("井口的一盏灯");
        assertThat(unicode.guesses()).contains(Guess.of("encoding", "GB2312", "UTF-8"));
        assertThat(chinese.title()).isEqualTo("井口的一盏灯");
        assertThat(chinese.guesses()).contains(Guess.of("encoding", "UTF-8", "GB18030"));
    }

    @Test
    void a_byte_order_mark_decides() throws Unreadable {
        var marked = ("\uFEFF" + OLD).getBytes(StandardCharsets.UTF_8);
        var wide = ("\uFEFF" + OLD).getBytes(StandardCharsets.UTF_16LE);

        assertThat(SavedPage.read(marked, "a.htm").title()).isEqualTo("井口的一盏灯");
        assertThat(SavedPage.read(wide, "a.htm").title()).isEqualTo("井口的一盏灯");
    }

    @Test
    void a_file_with_two_encodings_is_refused() {
        var half = new ByteArrayOutputStream();
        half.writeBytes(OLD.getBytes(GBK));
        half.writeBytes("<p>后来补的一段话，用的是另一种编码。</p>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> SavedPage.read(half.toByteArray(), "a.htm"))
                .isInstanceOfSatisfying(
                        Unreadable.class, none -> assertThat(none.code()).isEqualTo("two-encodings"));
    }

    @Test
    void bytes_of_no_encoding_are_refused() {
        var bytes = "<p>abc</p>".getBytes(StandardCharsets.US_ASCII);
        bytes[4] = (byte) 0xFF;

        assertThatThrownBy(() -> SavedPage.read(bytes, "a.htm"))
                .isInstanceOfSatisfying(
                        Unreadable.class, none -> assertThat(none.code()).isEqualTo("no-encoding"));
    }

    @Test
    void a_list_of_links_is_no_article() {
        var list = "<html><title>安全专题</title><body><ul>"
                + "<li><a href=1.htm>二采区三季度安全例会开到了班组里</a>".repeat(30)
                + "</ul></body></html>";

        assertThatThrownBy(() -> SavedPage.read(list.getBytes(GBK), "index.htm"))
                .isInstanceOfSatisfying(
                        Unreadable.class, none -> assertThat(none.code()).isEqualTo("no-article"));
    }

    @Test
    void where_each_paragraph_is_a_block_of_its_own_they_stay_together() throws Unreadable {
        var page = """
                <!DOCTYPE html><html><!-- saved from url=(0044)http://www.qingshan.example/news/show.asp?id=71 -->
                <head><meta charset="utf-8"><meta name="ArticleTitle" content="安全：矿工的生命线"><meta name="PubDate" content="2016-07-01 09:00">
                <meta name="ContentSource" content="中国煤炭报"></head><body><div class="nav"><a href="/">首页</a></div>
                <div id="content"><div>第一段讲的是班前会上大家怎么说话，说到了哪些隐患。</div><div>第二段讲的是谁去整改，什么时候整改完，谁来验收。</div>
                <div>第三段讲的是整改以后效果怎么样，工人们怎么看这件事。</div></div><div>（责任编辑：孙立）</div></body></html>
                """;

        var found = SavedPage.read(page.getBytes(StandardCharsets.UTF_8), "x.html");

        assertThat(found.title()).as("安全 is no name").isEqualTo("安全：矿工的生命线");
        assertThat(found.text().lines()).hasSize(3);
        assertThat(found.address()).isEqualTo("http://www.qingshan.example/news/show.asp?id=71");
        assertThat(found.imprint().editor()).isEqualTo("孙立");
        assertThat(found.imprint().source()).isEqualTo("中国煤炭报");
        assertThat(found.imprint().day()).contains(LocalDate.of(2016, 7, 1));
    }

    @Test
    void an_author_before_the_headline_is_a_name_or_is_named_elsewhere() {
        assertThat(List.of("王建国：井口的一盏灯", "欧阳明月：三月的矿山", "李爱国、陈秀英：我们班的账本").stream()
                        .map(title -> ImprintLines.headline(title, "").author()))
                .containsExactly("王建国", "欧阳明月", "李爱国、陈秀英");
        assertThat(List.of("安全：矿工的生命线", "选煤厂：三项措施保生产", "人民日报：把安全放在第一位", "通知：明日停水检修", "高压：不可触碰的红线").stream()
                        .map(title -> ImprintLines.headline(title, "").author()))
                .containsOnly("");
        assertThat(ImprintLines.headline("高峰：早班第一趟罐", "高峰").title()).isEqualTo("早班第一趟罐");
    }

    @Test
    void a_day_that_cannot_be_is_none() {
        assertThat(ImprintLines.of(List.of("作者：张三 发布时间：2009-02-31")).day()).isEmpty();
        assertThat(ImprintLines.of(List.of("发布时间：2009年2月28日 18:00 来源：机电队 张三")))
                .satisfies(imprint -> assertThat(imprint.day()).contains(LocalDate.of(2009, 2, 28)))
                .satisfies(imprint -> assertThat(imprint.source()).isEqualTo("机电队 张三"));
    }
}
