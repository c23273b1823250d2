package cn.lianxin.platform.rendition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the forms in which a picture is handed out. There are no others: whoever could ask for any width could have a machine
 * compute all day.
 *
 * @param width in pixels, at most
 */
public record Size(int width, Coding coding) {

    /** How its pixels are written down. */
    public enum Coding {
        JPEG("jpg", "image/jpeg"),
        WEBP("webp", "image/webp");

        private final String extension;
        private final String mediaType;

        Coding(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        String mediaType() {
            return mediaType;
        }
    }

    public static final List<Integer> WIDTHS = List.of(320, 640, 960, 1600);

    /** Of all widths, the larger first. */
    static List<Size> all(boolean webp) {
        return WIDTHS.reversed().stream()
                .flatMap(width -> Stream.of(Coding.values())
                        .filter(coding -> webp || coding == Coding.JPEG)
                        .map(coding -> new Size(width, coding)))
                .toList();
    }

    /** As the last part of an address has it, {@code 640.webp}; empty for what is none of them. */
    public static Optional<Size> of(String name) {
        return WIDTHS.stream()
                .flatMap(width -> Arrays.stream(Coding.values()).map(coding -> new Size(width, coding)))
                .filter(size -> size.name().equals(name))
                .findFirst();
    }

    public String name() {
        return width + "." + coding.extension();
    }
}
