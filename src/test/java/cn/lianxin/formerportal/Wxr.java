package cn.lianxin.formerportal;

/** Exports of an invented WordPress. */
final class Wxr {

    static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>青山煤矿信息网</title><link>http://old.qingshan.example</link><wp:wxr_version>1.2</wp:wxr_version>
            <wp:base_site_url>http://old.qingshan.example</wp:base_site_url>
            <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[lixm]]></wp:author_login><wp:author_display_name><![CDATA[李晓明]]></wp:author_display_name></wp:author>
            """;
    static final String END = "</channel></rss>\n";

    private Wxr() {}

    static String item(String name, String title, String content) {
        return item(name, title, content, "publish");
    }

    static String item(String name, String title, String content, String status) {
        return """
                <item><title><![CDATA[%s]]></title><link>http://old.qingshan.example/2014/03/%s/</link><pubDate>Wed, 05 Mar 2014 00:10:00 +0000</pubDate>
                <dc:creator><![CDATA[lixm]]></dc:creator><guid isPermaLink="false">http://old.qingshan.example/?p=%s</guid><description></description>
                <content:encoded><![CDATA[%s]]></content:encoded><excerpt:encoded><![CDATA[摘要]]></excerpt:encoded>
                <wp:post_id>7</wp:post_id><wp:post_date><![CDATA[2014-03-05 08:10:00]]></wp:post_date><wp:status><![CDATA[%s]]></wp:status>
                <wp:post_type><![CDATA[post]]></wp:post_type><category domain="category" nicename="safety"><![CDATA[安全专题]]></category>
                <wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta></item>
                """.formatted(title, name, name, content, status);
    }
}
