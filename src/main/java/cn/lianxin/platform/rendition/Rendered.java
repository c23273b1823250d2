package cn.lianxin.platform.rendition;

import cn.lianxin.platform.rendition.Size.Coding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture as a page names it: the sizes below its address.
 *
 * @param address under which a picture lies, its sizes are below it
 * @param width upright, 0 where nobody knows
 * @param height upright, 0 where nobody knows
 * @param webp whether this machine writes it
 */
public record Rendered(String address, int width, int height, boolean webp) {

    /** Of a list that knows no more than that there is one. */
    public static Rendered unmeasured(String address, boolean webp) {
        return new Rendered(address, 0, 0, webp);
    }

    public boolean isMeasured() {
        return width > 0 && height > 0;
    }

    /** For browsers that know {@code srcset}; no size is named twice under two widths. */
    public String webps(int most) {
        return set(Coding.WEBP, most);
    }

    public String jpegs(int most) {
        return set(Coding.JPEG, most);
    }

    /** For all others, and for whoever takes one along. */
    public String jpeg(int most) {
        return address + "/" + new Size(widths(most).getLast(), Coding.JPEG).name();
    }

    private String set(Coding coding, int most) {
        return widths(most).stream()
                .map(one -> address + "/" + new Size(one, coding).name() + " " + real(one) + "w")
                .collect(Collectors.joining(", "));
    }

    /** Up to the first that shows all of it. */
    private List<Integer> widths(int most) {
        var enough = width == 0
                ? most
                : Size.WIDTHS.stream().filter(one -> one >= width).findFirst().orElse(most);
        return Size.WIDTHS.stream().filter(one -> one <= Math.min(most, enough)).toList();
    }

    private int real(int wanted) {
        return width == 0 ? wanted : Math.min(width, wanted);
    }
}
