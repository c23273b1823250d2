package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Guess;
import cn.lianxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an import says: to whoever starts it in his language, and in the articles, whose language is Chinese. */
@Component
class FormerWords {

    private static final int LONGEST_ADDRESS = 200;

    private final MessageSource messages;

    FormerWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    String chinese(String key, Object... arguments) {
        return say(key, Locale.SIMPLIFIED_CHINESE, arguments);
    }

    String refusal(Refusal refused, Locale language) {
        return say("refusal." + refused.code(), language, refused.arguments().toArray());
    }

    String skipped(Unreadable none, Locale language) {
        return say("formerportal.skipped." + none.code(), language, none.arguments());
    }

    String guessed(List<Guess> guesses, Locale language) {
        return guesses.stream()
                .map(guess -> say(
                        "formerportal.guess." + guess.code(),
                        language,
                        guess.arguments().toArray()))
                .collect(Collectors.joining("; "));
    }

    /** For the course of the article, which its editors read. */
    String whence(FormerArticle article) {
        var whence = chinese("formerportal.whence", article.where());
        return article.address().isEmpty() ? whence : whence + " " + article.address();
    }

    /** The last line of its text, which is passed with it and tells readers where it stood; empty for what never stood anywhere. */
    String stood(FormerArticle article) {
        if (article.address().isEmpty()) {
            return "";
        }
        var site = article.site().isEmpty() ? chinese("formerportal.former-site") : article.site();
        return Stream.of(
                        chinese("formerportal.stood", site),
                        article.imprint().day().map(LocalDate::toString).orElse(""),
                        article.imprint().editor().isEmpty()
                                ? ""
                                : chinese(
                                        "formerportal.stood.editor",
                                        article.imprint().editor()),
                        article.address().length() > LONGEST_ADDRESS ? "" : article.address())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，", "（", "）"));
    }
}
