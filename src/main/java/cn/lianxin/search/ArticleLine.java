package cn.lianxin.search;

import cn.lianxin.newsroom.SoughtArticle;
import cn.lianxin.platform.index.SoughtWords;

/** One article among what was found, with the part in which the words stand. */
record ArticleLine(SoughtArticle article, Marked title, Marked part) {

    static ArticleLine of(SoughtArticle article, SoughtWords words) {
        var text = Marked.around(article.text(), words);
        var around = Marked.around(article.around(), words);
        return new ArticleLine(
                article, Marked.whole(article.title(), words), around.found() > text.found() ? around : text);
    }
}
