package cn.lianxin.newsroom;

import cn.lianxin.platform.text.ThreeWay;
import cn.lianxin.platform.text.ThreeWay.Settled;
import cn.lianxin.reprint.Reprint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote, put together with what was written elsewhere since he began. Where both changed the same place both stand in the
 * text, between marks that have to be gone before it is handed in.
 *
 * @param clashes where both did
 */
record Merging(Draft draft, List<Clash> clashes) {

    /** @param field of the form */
    record Clash(String field, String mine, String theirs) {}

    static final String MINE = "【两种写法，请留一种】这边写的：";
    static final String THEIRS = "【两种写法，请留一种】那边写的：";
    static final String END = "【两种写法，到这里】";

    /** Between two ways to write one line. */
    static final String OR = "／";

    /** A picture by its place among those of all three, while texts are compared; no keyboard has this character. */
    private static final Pattern MARKED = Pattern.compile("【图\uE000([0-9]{1,3})】");

    Merging {
        clashes = List.copyOf(clashes);
    }

    static Merging none(Draft draft) {
        return new Merging(draft, List.of());
    }

    static boolean unsettled(String text) {
        return text.lines().anyMatch(line -> line.equals(MINE) || line.equals(THEIRS) || line.equals(END));
    }

    /** Whose it is and which one says mine. */
    static Merging of(Draft base, Draft mine, Draft theirs) {
        return new Three(base, mine, theirs).together();
    }

    private static final class Three {

        private final Draft base;
        private final Draft mine;
        private final Draft theirs;
        private final List<Draft.Picture> pictures;
        private final List<UUID> all;
        private final List<Clash> clashes = new ArrayList<>();

        Three(Draft base, Draft mine, Draft theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
            this.pictures = pictures();
            var any = new LinkedHashSet<UUID>();
            for (var one : List.of(base, mine, theirs)) {
                one.pictures().forEach(picture -> any.add(picture.attachment()));
            }
            this.all = List.copyOf(any);
        }

        Merging together() {
            var now = theirs.reprint();
            var was = base.reprint();
            var own = mine.reprint();
            var draft = new Draft(
                    mine.id(),
                    mine.person(),
                    mine.article(),
                    mine.base(),
                    choice("channel", base.channel(), mine.channel(), theirs.channel()),
                    line("title", base.title(), mine.title(), theirs.title()),
                    line("byline", base.byline(), mine.byline(), theirs.byline()),
                    text(),
                    new Reprint(
                            choice("source", was.source(), own.source(), now.source()),
                            line("original-author", was.author(), own.author(), now.author()),
                            line("original-title", was.title(), own.title(), now.title()),
                            line("link", was.link(), own.link(), now.link()),
                            line("issue", was.issue(), own.issue(), now.issue()),
                            line("reprint-editor", was.editor(), own.editor(), now.editor())),
                    pictures,
                    lines("reason", base.reason(), mine.reason(), theirs.reason()),
                    mine.version());
            return new Merging(draft, clashes);
        }

        private String text() {
            return placed(lines(
                    "text",
                    keyed(base.text(), base.pictures()),
                    keyed(mine.text(), mine.pictures()),
                    keyed(theirs.text(), theirs.pictures())));
        }

        private String lines(String field, String was, String own, String other) {
            var lines = new ArrayList<String>();
            for (var part : ThreeWay.merge(was, own, other).parts()) {
                switch (part) {
                    case Settled(var settled) -> lines.add(settled);
                    case ThreeWay.Clash(var here, var there) -> {
                        clashes.add(new Clash(field, placed(here), placed(there)));
                        lines.addAll(List.of(MINE, here, THEIRS, there, END));
                    }
                }
            }
            return String.join("\n", lines);
        }

        private String line(String field, String was, String own, String other) {
            var parts = ThreeWay.merge(was, own, other).parts();
            return parts.isEmpty()
                    ? ""
                    : switch (parts.getFirst()) {
                        case Settled(var settled) -> settled;
                        case ThreeWay.Clash(var here, var there) -> {
                            clashes.add(new Clash(field, here, there));
                            yield here.isEmpty() || there.isEmpty() ? here + there : here + OR + there;
                        }
                    };
        }

        private String choice(String field, String was, String own, String other) {
            if (own.equals(was)) {
                return other;
            }
            if (!other.equals(was) && !other.equals(own)) {
                clashes.add(new Clash(field, own, other));
            }
            return own;
        }

        /** Theirs as far as they are wanted, and those that came with mine. */
        private List<Draft.Picture> pictures() {
            var together = new ArrayList<Draft.Picture>();
            for (var picture : theirs.pictures()) {
                var was = in(base, picture.attachment());
                var own = in(mine, picture.attachment());
                if (own.isPresent()) {
                    together.add(said(was, own.get(), picture));
                } else if (was.isEmpty()) {
                    together.add(picture);
                }
            }
            for (var picture : mine.pictures()) {
                var was = in(base, picture.attachment());
                if (in(theirs, picture.attachment()).isPresent()) {
                    continue;
                }
                if (was.isEmpty()) {
                    together.add(picture);
                } else if (!was.get().equals(picture)) {
                    clashes.add(new Clash("files", picture.alternativeText() + " " + picture.caption(), ""));
                }
            }
            return together;
        }

        private Draft.Picture said(Optional<Draft.Picture> was, Draft.Picture own, Draft.Picture other) {
            return new Draft.Picture(
                    other.attachment(),
                    line(
                            "files",
                            was.map(Draft.Picture::alternativeText).orElse(""),
                            own.alternativeText(),
                            other.alternativeText()),
                    line("files", was.map(Draft.Picture::caption).orElse(""), own.caption(), other.caption()));
        }

        private static Optional<Draft.Picture> in(Draft draft, UUID attachment) {
            return draft.pictures().stream()
                    .filter(picture -> picture.attachment().equals(attachment))
                    .findFirst();
        }

        private String keyed(String text, List<Draft.Picture> of) {
            return Block.PICTURE.matcher(text).replaceAll(found -> {
                var place = Integer.parseInt(found.group(1));
                return place < 1 || place > of.size()
                        ? Matcher.quoteReplacement(found.group())
                        : "【图\uE000" + all.indexOf(of.get(place - 1).attachment()) + "】";
            });
        }

        private String placed(String text) {
            return MARKED.matcher(text).replaceAll(this::place);
        }

        private String place(MatchResult found) {
            var which = Integer.parseInt(found.group(1));
            for (var place = 0; place < pictures.size(); place++) {
                if (which < all.size() && Objects.equals(pictures.get(place).attachment(), all.get(which))) {
                    return "【图" + (place + 1) + "】";
                }
            }
            return "";
        }
    }
}
