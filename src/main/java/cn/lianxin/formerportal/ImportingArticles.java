package cn.lianxin.formerportal;

import cn.lianxin.formerportal.TakingArticles.Order;
import cn.lianxin.formerportal.TakingArticles.Outcome;
import cn.lianxin.formerportal.TakingArticles.Pictures;
import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.organization.Directory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * {@code ./lianxin import-articles}: goes through a file or a folder, article by article. Each is in or not in at once, so whatever
 * interrupts it, the same command again goes on where it ended.
 */
@Component
class ImportingArticles {

    private static final long LARGEST_PAGE = 8L * 1024 * 1024;
    private static final long LARGEST_DOCUMENT = 50L * 1024 * 1024;
    private static final int EACH = 500;

    /** @param staffNumber of whoever answers for it: he is the author of the submissions, and passes none of them */
    record Command(Path from, String channel, String staffNumber, Path report, boolean dry, Locale language) {}

    private final TakingArticles taking;
    private final Channels channels;
    private final Directory directory;
    private final FormerWords words;

    ImportingArticles(TakingArticles taking, Channels channels, Directory directory, FormerWords words) {
        this.taking = taking;
        this.channels = channels;
        this.directory = directory;
        this.words = words;
    }

    /** Answers 0 if all is in, 1 if something was skipped or nothing could begin. */
    int run(Command command, PrintStream out) {
        var language = command.language();
        var channel = channels.find(command.channel());
        var person = directory
                .personByStaffNumber(command.staffNumber())
                .filter(card -> card.leftOn().isEmpty() && card.unit().isPresent());
        if (!Files.exists(command.from())) {
            return stop(out, words.say("formerportal.no-file", language, command.from()));
        }
        if (channel.isEmpty()) {
            return stop(out, words.say("formerportal.no-channel", language, command.channel(), known()));
        }
        if (person.isEmpty()) {
            return stop(out, words.say("formerportal.no-person", language, command.staffNumber()));
        }
        var by = new Actor.Member(person.get().id(), person.get().name(), List.of());
        try (var report = new ImportReport(command.report())) {
            var going = new Going(new Order(by, channel.get(), language, command.dry()), report, out);
            going.through(command.from());
            return going.end(command.report());
        } catch (IOException unwritable) {
            return stop(out, words.say("formerportal.io", language, String.valueOf(unwritable.getMessage())));
        }
    }

    private String known() {
        return channels.all().stream().map(one -> one.code() + " " + one.name()).collect(Collectors.joining(", "));
    }

    private static int stop(PrintStream out, String sentence) {
        out.println(sentence);
        return 1;
    }

    /** One import under way. */
    private final class Going implements WordpressExport.Reader {

        private final Order order;
        private final ImportReport report;
        private final PrintStream out;
        private Pictures pictures = _ -> Optional.empty();
        private int taken;
        private int there;
        private int skipped;

        private Going(Order order, ImportReport report, PrintStream out) {
            this.order = order;
            this.report = report;
            this.out = out;
            report.line(words.say("formerportal.columns", order.language()).split("\\|"));
        }

        private void through(Path from) throws IOException {
            if (Files.isRegularFile(from)) {
                var folder =
                        Optional.ofNullable(from.toAbsolutePath().getParent()).orElse(from);
                file(from, folder);
                return;
            }
            // Names of a folder are far smaller than what is in them.
            List<Path> files;
            try (var all = Files.walk(from)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (var file : files) {
                file(file, from);
            }
        }

        private void file(Path file, Path folder) throws IOException {
            var path = folder.toAbsolutePath()
                    .relativize(file.toAbsolutePath())
                    .toString()
                    .replace('\\', '/');
            var lower = path.toLowerCase(Locale.ROOT);
            try {
                if (lower.matches(".*\\.(html?|shtml|xhtml|aspx?|jsp|php)")) {
                    page(file, folder, path);
                } else if (lower.matches(".*\\.(docx|docm|dotm|dotx)")) {
                    word(file, path);
                } else if (lower.matches(".*\\.(xml|wxr)")) {
                    wordpress(file, folder, path);
                } else if (lower.matches(".*\\.(doc|wps|rtf)")) {
                    throw new Unreadable("old-word");
                }
            } catch (Unreadable none) {
                none(path, "", none);
            }
        }

        private void page(Path file, Path folder, String path) throws IOException, Unreadable {
            mustNotExceed(file, LARGEST_PAGE);
            var beside = new PicturesBeside(folder);
            pictures = source -> beside.find(source, path);
            article(SavedPage.read(Files.readAllBytes(file), path));
        }

        private void word(Path file, String path) throws IOException, Unreadable {
            mustNotExceed(file, LARGEST_DOCUMENT);
            pictures = part -> WordDocument.picture(file, part);
            article(WordDocument.read(file, path, digest(file)));
        }

        private void wordpress(Path file, Path folder, String path) throws IOException, Unreadable {
            var beside = new PicturesBeside(folder);
            pictures = source -> beside.find(source, path);
            try (var content = new BufferedInputStream(Files.newInputStream(file))) {
                WordpressExport.read(path, content, this);
            }
        }

        private static void mustNotExceed(Path file, long largest) throws IOException, Unreadable {
            if (Files.size(file) > largest) {
                throw new Unreadable("too-large", largest / 1024 / 1024);
            }
        }

        private static String digest(Path file) throws IOException {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void article(FormerArticle article) {
            switch (taking.take(article, pictures, order)) {
                case Outcome.Taken(var id, var piece, var guesses, var missing) -> {
                    taken++;
                    line(
                            article,
                            "taken",
                            "",
                            piece.byline(),
                            piece.channel(),
                            words.guessed(guesses, order.language()),
                            String.join(" ", missing),
                            order.dry() ? "" : "/newsroom/articles/" + id);
                }
                case Outcome.There(var id) -> {
                    there++;
                    line(article, "there", "", "", "", "", "", "/newsroom/articles/" + id);
                }
                case Outcome.Skipped(var why) -> {
                    skipped++;
                    line(article, "skipped", words.refusal(why, order.language()), "", "", "", "", "");
                }
            }
            if ((taken + there + skipped) % EACH == 0) {
                out.println(words.say("formerportal.progress", order.language(), taken, there, skipped));
            }
        }

        private void line(
                FormerArticle article,
                String how,
                String why,
                String byline,
                String channel,
                String guesses,
                String missing,
                String address) {
            report.line(
                    article.where(),
                    words.say("formerportal.how." + how, order.language()),
                    why,
                    article.title(),
                    byline.isEmpty() ? article.imprint().author() : byline,
                    channel,
                    article.imprint().day().map(Object::toString).orElse(""),
                    guesses,
                    missing,
                    address);
        }

        @Override
        public void none(String where, String title, Unreadable why) {
            skipped++;
            report.line(
                    where,
                    words.say("formerportal.how.skipped", order.language()),
                    words.skipped(why, order.language()),
                    title);
        }

        private int end(Path file) {
            out.println(words.say(
                    order.dry() ? "formerportal.tried" : "formerportal.done",
                    order.language(),
                    taken,
                    there,
                    skipped,
                    file));
            return skipped == 0 ? 0 : 1;
        }
    }
}
