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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Something so unlikely that wherever it is found it has come from the one who wrote it; in all the forms it may take. */
final class Canary {

    private static final int CHUNK = 8 * 1024 * 1024;
    private static final int LONGEST_FORM = 1024;

    private record Form(String name, byte[] bytes) {
        boolean stands(byte[] in, int at, int length) {
            return at <= length - bytes.length && Arrays.equals(in, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    /** By their first byte: whatever is searched is gone through once, however many they are. */
    private final List<List<Form>> forms =
            Stream.<List<Form>>generate(ArrayList::new).limit(256).toList();

    /** Any of several. */
    Canary(List<Canary> several) {
        several.forEach(one -> one.forms.forEach(same -> same.forEach(this::add)));
    }

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
        add(new Form(name, form));
    }

    private void add(Form form) {
        forms.get(form.bytes()[0] & 0xFF).add(form);
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
        for (var at = 0; at < length; at++) {
            for (var form : forms.get(bytes[at] & 0xFF)) {
                if (form.stands(bytes, at, length)) {
                    found.add(form.name());
                }
            }
        }
        return found;
    }
}
