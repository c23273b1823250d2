package cn.lianxin.portal;

import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.rendition.Rendered;
import cn.lianxin.platform.rendition.Renditions;
import cn.lianxin.portal.PublishedArticles.Whole;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures of one article as its page names them, in their order; asks once for all of them. */
final class Shown {

    private Shown() {}

    static List<Rendered> of(Whole whole, Renditions renditions) {
        var files = whole.pictures().stream()
                .map(picture -> new AttachmentId(picture.attachment()))
                .toList();
        var sizes = renditions.sizes(files);
        return IntStream.range(0, files.size())
                .mapToObj(place ->
                        renditions.rendered(files.get(place), whole.story().picture(place + 1), sizes))
                .toList();
    }
}
