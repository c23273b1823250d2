package cn.lianxin.journey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Something so unlikely that wherever it is found it has come from the one who wrote it; in all the forms it may take. */
final class Canary {

    private static final int CHUNK = 8 * 1024 * 1024;
    private static final int LONGEST_FORM = 1024;

    private final Map<String, byte[]> forms = new LinkedHashMap<>();

    /** Words. */
    Canary(String words) {
        var utf8 = words.getBytes(StandardCharsets.UTF_8);
        add("UTF-16LE", words.getBytes(StandardCharsets.UTF_16LE));
        add("UTF-16BE", words.getBytes(StandardCharsets.UTF_16BE));
        add(utf8);
    }

    /** What lies in a file. */
    Canary(byte[] bytes) {
        add(bytes);
    }

    private void add(byte[] bytes) {
        add("bytes", bytes);
        add("hex", HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            var whole = Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
            // Its ends mix with what stands beside it.
            add("base64 " + shift, whole.substring(4, whole.length() - 4).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void add(String name, byte[] form) {
        forms.put(name, form);
    }

    /** Where it lies below this directory or in this file, and in which form. */
    List<String> in(Path place) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(place)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                inFile(file).forEach(form -> found.add(file + " as " + form));
            }
        }
        return found;
    }

    private Set<String> inFile(Path file) throws IOException {
        var found = new TreeSet<String>();
        try (var channel = FileChannel.open(file)) {
            var bytes = new byte[CHUNK + LONGEST_FORM];
            var kept = 0;
            while (true) {
                var read = channel.read(ByteBuffer.wrap(bytes, kept, bytes.length - kept));
                if (read < 0) {
                    return found;
                }
                found.addAll(in(bytes, kept + read));
                var rest = Math.min(LONGEST_FORM, kept + read);
                System.arraycopy(bytes, kept + read - rest, bytes, 0, rest);
                kept = rest;
            }
        } catch (NoSuchFileException gone) {
            return found;
        }
    }

    /** The forms in which it stands in these bytes. */
    Set<String> in(byte[] bytes, int length) {
        var found = new TreeSet<String>();
        forms.forEach((name, form) -> {
            if (stands(form, bytes, length)) {
                found.add(name);
            }
        });
        return found;
    }

    private static boolean stands(byte[] form, byte[] bytes, int length) {
        var first = form[0];
        for (var at = 0; at <= length - form.length; at++) {
            if (bytes[at] == first && Arrays.equals(bytes, at, at + form.length, form, 0, form.length)) {
                return true;
            }
        }
        return false;
    }
}
