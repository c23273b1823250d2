package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Guess;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Channel;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.NewsroomInTime.Picture;
import cn.lianxin.newsroom.NewsroomInTime.Piece;
import cn.lianxin.newsroom.TakingOver;
import cn.lianxin.platform.attachment.AttachmentKind;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.textcheck.Answers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One article of a former portal becomes a submission, with its pictures and its address, or nothing of it does. */
@Component
class TakingArticles {

    private static final Pattern PLACED = Pattern.compile("【图([0-9]{1,5})】");

    /** Where the pictures are that an article names. */
    interface Pictures {
        Optional<byte[]> find(String source) throws IOException;
    }

    /** Who answers for it, for which channel where an article names none of ours, and whether it is only tried. */
    record Order(Actor.Member by, Channel channel, Locale language, boolean dry) {}

    sealed interface Outcome {
        record Taken(long article, Piece piece, List<Guess> guesses, List<String> missing) implements Outcome {}

        record There(long article) implements Outcome {}

        record Skipped(Refusal why) implements Outcome {}
    }

    private final TakenArticles taken;
    private final TakingOver newsroom;
    private final Channels channels;
    private final FormerSources sources;
    private final Attachments attachments;
    private final TransactionTemplate transactions;
    private final FormerWords words;

    TakingArticles(
            TakenArticles taken,
            TakingOver newsroom,
            Channels channels,
            FormerSources sources,
            Attachments attachments,
            TransactionTemplate transactions,
            FormerWords words) {
        this.taken = taken;
        this.newsroom = newsroom;
        this.channels = channels;
        this.sources = sources;
        this.attachments = attachments;
        this.transactions = transactions;
        this.words = words;
    }

    /** All of it in one transaction; a trial is rolled back, so it refuses exactly what the import would. */
    Outcome take(FormerArticle article, Pictures pictures, Order order) {
        try {
            return transactions.execute(status -> {
                var outcome = within(article, pictures, order);
                if (order.dry()) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
        } catch (Refusal refused) {
            return new Outcome.Skipped(refused);
        }
    }

    private Outcome within(FormerArticle article, Pictures pictures, Order order) {
        var there = taken.find(article.identity());
        if (there.isPresent()) {
            return new Outcome.There(there.get());
        }
        var guesses = new ArrayList<>(article.guesses());
        var missing = new ArrayList<String>();
        var piece = piece(article, pictures, order, guesses, missing);
        var whence = words.whence(article);
        var id = newsroom.handIn(
                piece,
                whence,
                !article.address().isEmpty(),
                Answers.toAll(words.chinese("formerportal.answer")),
                order.by());
        taken.add(article, id, order.by().person());
        if (!article.address().isEmpty()) {
            var path = FormerPath.of(article.address());
            if (path.isEmpty() || !taken.stoodAt(path.get(), id)) {
                guesses.add(Guess.of("no-address", article.address()));
            }
        }
        return new Outcome.Taken(id, piece, guesses, missing);
    }

    private Piece piece(
            FormerArticle article, Pictures pictures, Order order, List<Guess> guesses, List<String> missing) {
        var channel = channels.all().stream()
                .filter(Channel::taking)
                .filter(one -> one.name().equals(article.channel()))
                .findFirst()
                .orElse(order.channel());
        if (!article.channel().isEmpty() && !channel.name().equals(article.channel())) {
            guesses.add(Guess.of("channel", article.channel()));
        }
        var title = PlainText.line(article.title());
        var text = article.text();
        if (PlainText.lengthOf(title) > TakingOver.LONGEST_TITLE) {
            text = "# " + title + "\n" + text;
            title = cut(title, TakingOver.LONGEST_TITLE);
            guesses.add(Guess.of("headline-cut"));
        }
        var reprint = sources.reprint(article, order.by());
        if (article.imprint().day().isEmpty() && !article.address().isEmpty()) {
            guesses.add(Guess.of("no-day"));
        }
        Map<Integer, Integer> places = new HashMap<>();
        var taken = pictures(article, title, pictures, order, places, guesses, missing);
        var placed = PLACED.matcher(text).replaceAll(found -> {
            var place = places.get(Integer.parseInt(found.group(1)));
            return place == null ? "" : "【图" + place + "】";
        });
        var stood = words.stood(article);
        return new Piece(
                channel.code(),
                title,
                byline(article, guesses),
                placed.replaceAll("\n(?:[ \u3000]*\n){2,}", "\n\n").strip() + (stood.isEmpty() ? "" : "\n" + stood),
                reprint,
                taken);
    }

    private String byline(FormerArticle article, List<Guess> guesses) {
        var byline = PlainText.line(article.imprint().author());
        if (byline.isEmpty()) {
            guesses.add(Guess.of("no-author"));
            return words.chinese("formerportal.no-author");
        }
        return cut(byline, TakingOver.LONGEST_BYLINE);
    }

    private List<Picture> pictures(
            FormerArticle article,
            String title,
            Pictures pictures,
            Order order,
            Map<Integer, Integer> places,
            List<Guess> guesses,
            List<String> missing) {
        var found = new ArrayList<Picture>();
        for (var place = 1; place <= article.images().size(); place++) {
            var image = article.images().get(place - 1);
            var stored = found.size() < TakingOver.MOST_PICTURES
                    ? stored(image.source(), pictures, order)
                    : Optional.<UUID>empty();
            if (stored.isEmpty()) {
                missing.add(image.source().startsWith("data:") ? "data:" : image.source());
                continue;
            }
            var alternative = PlainText.line(image.alternativeText());
            if (alternative.isEmpty()) {
                guesses.add(Guess.of("alternative", found.size() + 1));
                alternative = words.chinese("formerportal.alternative", title, found.size() + 1);
            }
            found.add(new Picture(stored.get(), cut(alternative, TakingOver.LONGEST_ALTERNATIVE), ""));
            places.put(place, found.size());
        }
        return found;
    }

    /** Empty where it is not there, or is none that may be kept. */
    private Optional<UUID> stored(String source, Pictures pictures, Order order) {
        try {
            var bytes = pictures.find(source);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            var name = source.replaceFirst("[?#].*$", "").replaceFirst("^.*/", "");
            var stored = attachments.takeCredited(new ByteArrayInputStream(bytes.get()), name, order.by());
            if (stored.kind() == AttachmentKind.PHOTO && !stored.mediaType().equals("image/heic")) {
                return Optional.of(stored.id().value());
            }
            attachments.discard(List.of(stored.id()));
            return Optional.empty();
        } catch (Refusal.Violation refused) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String cut(String line, int most) {
        return PlainText.lengthOf(line) <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
