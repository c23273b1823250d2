package cn.lianxin.publicledger;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.BurntPicture;
import cn.lianxin.platform.attachment.BurntPicture.Box;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The form of one picture as it was typed or drawn: boxes in percent of its sides.
 *
 * @param nobody whether it is said that nobody can be recognized without a box
 */
record PictureForm(String alternativeText, boolean nobody, List<Row> rows) {

    /** What stands in one row; a row of blanks is no box. */
    record Row(String left, String top, String width, String height, String covers) {

        static final Row EMPTY = new Row("", "", "", "", Covered.FACE.name());

        private boolean blank() {
            return left.isBlank() && top.isBlank() && width.isBlank() && height.isBlank();
        }

        private ChosenPicture.Covering read(int place) {
            var box = new Box(tenths(left, place), tenths(top, place), tenths(width, place), tenths(height, place));
            return new ChosenPicture.Covering(
                    box,
                    Stream.of(Covered.values())
                            .filter(one -> one.name().equals(covers))
                            .findFirst()
                            .orElse(Covered.OTHER));
        }

        /** Of a percent, one being 0.1. */
        private static int tenths(String typed, int place) {
            var text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                    .strip()
                    .replace(',', '.')
                    .replace("%", "");
            if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,4})?")) {
                throw new Refusal.Violation("boxes", "box-number", place);
            }
            return new BigDecimal(text)
                    .movePointRight(1)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        }
    }

    PictureForm {
        rows = List.copyOf(rows);
    }

    static PictureForm of(MultiValueMap<String, String> sent) {
        var rows = new ArrayList<Row>();
        var most = sent.getOrDefault("left", List.of()).size();
        for (var at = 0; at < most; at++) {
            rows.add(new Row(
                    at(sent, "left", at),
                    at(sent, "top", at),
                    at(sent, "width", at),
                    at(sent, "height", at),
                    at(sent, "covers", at)));
        }
        return new PictureForm(at(sent, "alternative", 0), at(sent, "nobody", 0).equals("yes"), rows);
    }

    static PictureForm of(ChosenPicture picture) {
        return new PictureForm(
                picture.alternativeText(),
                picture.coverings().isEmpty(),
                picture.coverings().stream().map(PictureForm::row).toList());
    }

    static PictureForm empty() {
        return new PictureForm("", false, List.of());
    }

    /** All that the page has room for, those that were filled in first. */
    List<Row> rowsShown() {
        return Stream.concat(
                        rows.stream().filter(row -> !row.blank()),
                        Stream.generate(() -> Row.EMPTY).limit(BurntPicture.MOST_BOXES))
                .limit(Math.max(
                        BurntPicture.MOST_BOXES,
                        rows.stream().filter(row -> !row.blank()).count()))
                .toList();
    }

    /** Refuses {@code box-number} with the place of the box. */
    List<ChosenPicture.Covering> coverings() {
        var filled = rows.stream().filter(row -> !row.blank()).toList();
        var coverings = new ArrayList<ChosenPicture.Covering>();
        for (var row : filled) {
            coverings.add(row.read(coverings.size() + 1));
        }
        return coverings;
    }

    private static Row row(ChosenPicture.Covering covering) {
        var box = covering.box();
        return new Row(
                percent(box.left()),
                percent(box.top()),
                percent(box.width()),
                percent(box.height()),
                covering.what().name());
    }

    static String percent(int tenths) {
        return new BigDecimal(tenths).movePointLeft(1).stripTrailingZeros().toPlainString();
    }

    private static String at(MultiValueMap<String, String> sent, String name, int place) {
        var all = sent.getOrDefault(name, List.of());
        return place < all.size() ? all.get(place) : "";
    }
}
