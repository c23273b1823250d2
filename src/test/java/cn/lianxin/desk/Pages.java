package cn.lianxin.desk;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Pages as a browser reads them. */
final class Pages {

    static final List<String> ALL =
            List.of("/desk", "/tasks", "/decisions", "/reviews", "/board", "/board/rows?due=open");

    private final MockMvc mvc;

    Pages(MockMvc mvc) {
        this.mvc = mvc;
    }

    Document open(String address, Actor actor) throws Exception {
        return Jsoup.parse(answer(address, actor).getContentAsString());
    }

    MockHttpServletResponse answer(String address, Actor actor) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)).with(SignedIn.as(actor)))
                .andReturn()
                .getResponse();
    }

    /** Fills nothing in beyond what the form holds and these pairs of name and value. */
    MockHttpServletResponse send(Document page, String form, Actor actor, String... fields) throws Exception {
        var element = page.selectFirst("form[action$=/" + form + "]");
        if (element == null) {
            throw new AssertionError("no form " + form + " on the page");
        }
        var request = post(element.attr("action")).with(SignedIn.as(actor));
        element.select("input[type=hidden]").forEach(input -> request.param(input.attr("name"), input.attr("value")));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    static List<String> numbers(Document page) {
        return page.select(".concern-table .cell-number").eachText();
    }

    static long count(Document page, String tab) {
        return page.select(".tabs a").stream()
                .filter(link -> link.ownText().equals(tab))
                .map(link -> Long.parseLong(link.select(".count").text()))
                .findFirst()
                .orElseThrow();
    }

    /** The addresses of the pages of a list, from the first on. */
    Stream<Document> followed(String address, Actor actor) {
        return Stream.iterate(
                read(address, actor),
                page -> page != null,
                page -> following(page).isEmpty() ? null : read(following(page), actor));
    }

    private Document read(String address, Actor actor) {
        try {
            return open(address, actor);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String following(Document page) {
        return page.select(".paging a[href*=after]").attr("href");
    }
}
