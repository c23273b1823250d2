package cn.lianxin.formerportal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was found of one article, before anybody here has looked at it.
 *
 * @param where file, and the line where it begins if there are many in it
 * @param identity what names it where it comes from; the same a second time
 * @param address where readers found it: a whole one or from the root of its site; empty where they never did
 * @param site what the former portal calls itself, empty where that is not known
 * @param channel as it was called there, empty where that is not known
 * @param text in lines, with 【图1】 where a picture stands
 * @param guesses what is not certain, in words of {@link Guess}
 */
record FormerArticle(
        String where,
        String identity,
        String address,
        String site,
        String channel,
        String title,
        Imprint imprint,
        String text,
        List<Image> images,
        List<Guess> guesses) {

    FormerArticle {
        images = List.copyOf(images);
        guesses = List.copyOf(guesses);
    }

    /** @param source as the page or document names it */
    record Image(String source, String alternativeText) {}

    /** What stands around an article: empty where it does not say. */
    record Imprint(String author, String editor, String source, Optional<LocalDate> day) {
        static final Imprint NONE = new Imprint("", "", "", Optional.empty());
    }

    /** @param code its sentence is {@code formerportal.guess.<code>} */
    record Guess(String code, List<Object> arguments) {
        Guess {
            arguments = List.copyOf(arguments);
        }

        static Guess of(String code, Object... arguments) {
            return new Guess(code, List.of(arguments));
        }
    }
}
