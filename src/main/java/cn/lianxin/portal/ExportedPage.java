package cn.lianxin.portal;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the portal as it lies in a folder: with relative links, without what needs a server or a script. */
final class ExportedPage {

    private static final String NEEDS_A_SERVER =
            "script, noscript, form, button, .news-show-bar, header.masthead, .news-tools, .skip-link, .page-footer, svg, link[rel=manifest], "
                    + "link[rel=apple-touch-icon], link[rel=canonical], meta[property], meta[name=task]";

    /** Where pictures of the portal were laid; answers the place in the folder. */
    interface Pictures {
        Optional<String> place(String address);
    }

    private ExportedPage() {}

    /**
     * @param file of the page in the folder
     * @param known by address, the place in the folder; what is in none of both is no link any more
     */
    static String of(
            String html, String file, ExportedAddresses known, Pictures pictures, UnaryOperator<String> paging) {
        var page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false).charset("UTF-8").syntax(Document.OutputSettings.Syntax.html);
        page.select(NEEDS_A_SERVER).remove();
        for (var link : page.select("[href]")) {
            var to = link.attr("href");
            if (to.startsWith("#")
                    || to.startsWith("http:")
                    || to.startsWith("https:")
                    || to.startsWith("mailto:")
                    || to.startsWith("tel:")) {
                continue;
            }
            var place = known.of(to)
                    .or(() -> pictures.place(to))
                    .or(() -> Optional.of(paging.apply(to)).filter(other -> !other.isEmpty()));
            if (place.isPresent()) {
                link.attr("href", ExportedAddresses.relative(file, place.get()));
            } else {
                drop(link);
            }
        }
        for (var picture : page.select("img[src]")) {
            var place = pictures.place(picture.attr("src"));
            if (place.isPresent()) {
                picture.attr("src", ExportedAddresses.relative(file, place.get()));
            } else {
                picture.remove();
            }
        }
        for (var set : page.select("[srcset]")) {
            set.attr("srcset", relative(set.attr("srcset"), file, pictures));
        }
        return page.outerHtml();
    }

    private static String relative(String sizes, String file, Pictures pictures) {
        return Stream.of(sizes.split(", "))
                .map(size -> size.split(" "))
                .flatMap(size ->
                        pictures
                                .place(size[0])
                                .map(place -> ExportedAddresses.relative(file, place) + " " + size[1])
                                .stream())
                .collect(Collectors.joining(", "));
    }

    private static void drop(Element link) {
        if (link.normalName().equals("a")
                && !link.hasClass("button")
                && !link.parents().is(".news-day")) {
            link.unwrap();
        } else {
            link.remove();
        }
    }
}
