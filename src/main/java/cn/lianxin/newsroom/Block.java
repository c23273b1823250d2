package cn.lianxin.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One piece of an article. Texts are written as lines: {@code # } begins a heading, {@code > } a quotation, {@code - } one point of a
 * list, {@code 【图2】} stands where the second picture comes, everything else is a paragraph; within a line there are the marks of {@link Span}. There is no HTML in it anywhere, and none can come in.
 */
public sealed interface Block {

    record Paragraph(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Quotation(String text) implements Block {}

    /** Points, one below the other. */
    record Points(List<String> texts) implements Block {
        public Points {
            texts = List.copyOf(texts);
        }

        private Points and(String next) {
            var more = new ArrayList<>(texts);
            more.add(next);
            return new Points(more);
        }
    }

    /** An empty line; between the stanzas of a poem it is seen. */
    record Pause() implements Block {}

    /** @param place of the picture, from 1 */
    record Figure(int place) implements Block {}

    Pattern PICTURE = Pattern.compile("[【\\[]图\\s?([0-9]{1,2})[】\\]]");
    int LEAD = 90;
    int SHORTEST_POEM = 4;
    int LONGEST_VERSE = 18;

    /** @param pictures how many there are; those that the text does not place follow the first paragraph */
    static List<Block> of(String text, int pictures) {
        var blocks = new ArrayList<Block>();
        var placed = new ArrayList<Integer>();
        for (var line : text.split("\n")) {
            var piece = line.replaceAll("^[\\s\\u3000]+", "").stripTrailing();
            var picture = PICTURE.matcher(piece);
            if (picture.matches()) {
                var place = Integer.parseInt(picture.group(1));
                if (place >= 1 && place <= pictures && !placed.contains(place)) {
                    placed.add(place);
                    blocks.add(new Figure(place));
                }
            } else if (piece.matches("[#＃]{1,3}[ \\u3000].*")) {
                blocks.add(new Heading(piece.replaceFirst("[#＃]{1,3}[ \\u3000]+", "")));
            } else if (piece.matches("[>＞].*")) {
                blocks.add(new Quotation(piece.substring(1).strip()));
            } else if (piece.matches("[-－·•][ \\u3000].*")) {
                var point = piece.substring(1).replaceFirst("^[ \\u3000]+", "");
                if (!blocks.isEmpty() && blocks.getLast() instanceof Points before) {
                    blocks.removeLast();
                    blocks.add(before.and(point));
                } else {
                    blocks.add(new Points(List.of(point)));
                }
            } else if (!piece.isEmpty()) {
                blocks.add(new Paragraph(piece));
            } else if (!blocks.isEmpty() && !(blocks.getLast() instanceof Pause)) {
                blocks.add(new Pause());
            }
        }
        var rest = new ArrayList<Block>();
        for (var place = 1; place <= pictures; place++) {
            if (!placed.contains(place)) {
                rest.add(new Figure(place));
            }
        }
        blocks.addAll(0, rest);
        return List.copyOf(blocks);
    }

    /** The words alone, a line for each block that has some. */
    static String said(String text) {
        return of(text, 0).stream()
                .map(block -> switch (block) {
                    case Paragraph(var words) -> words;
                    case Heading(var words) -> words;
                    case Quotation(var words) -> words;
                    case Points(var points) -> String.join("\n", points);
                    case Pause _, Figure _ -> "";
                })
                .map(Span::said)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Whether it is set as verse: several lines, and none as long as a sentence. */
    static boolean isVerse(List<Block> blocks) {
        var lines = blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .toList();
        return lines.size() >= SHORTEST_POEM
                && lines.stream().allMatch(line -> Span.said(line.text()).length() <= LONGEST_VERSE);
    }

    /** The beginning, for lists and for whoever only gets a line. */
    static String lead(String text) {
        var words = new StringBuilder();
        for (var block : of(text, 0)) {
            if (block instanceof Paragraph(var paragraph)) {
                if (!words.isEmpty() && Character.isLetter(words.codePointBefore(words.length()))) {
                    words.append(' ');
                }
                words.append(Span.said(paragraph));
            }
            if (words.codePointCount(0, words.length()) > LEAD) {
                return words.substring(0, words.offsetByCodePoints(0, LEAD)) + "……";
            }
        }
        return words.toString();
    }
}
