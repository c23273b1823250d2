package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.CompoundFile.Stream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Empties, in a DOC or XLS, everything but the text, the sheets and the pictures, and in these the names of people. */
final class OldOfficeTraces {

    private static final Set<String> PROGRAMS = Set.of("Macros", "VBA", "_VBA_PROJECT_CUR", "_VBA_PROJECT");
    private static final Set<String> LOCKED = Set.of("EncryptedPackage", "EncryptionInfo");
    private static final Set<String> TEXT = Set.of("WordDocument", "0Table", "1Table", "Data");
    private static final Set<String> SHEETS = Set.of("Workbook");

    /** Lists of facts about a document, each with the number by which programs know it. */
    private static final Map<String, String> FACTS = Map.of(
            "\5SummaryInformation", "e0859ff2f94f6810ab9108002b27b3d9",
            "\5DocumentSummaryInformation", "02d5cdd59c2e1b10939708002b2cf9ae");

    private OldOfficeTraces() {}

    static byte[] without(FileType type, byte[] bytes) throws BrokenFile {
        try {
            var file = new CompoundFile(bytes);
            requireHarmless(file);
            if (type == FileType.DOC) {
                new WordNames(file).blank();
            } else {
                SheetNames.blank(file);
            }
            var kept = type == FileType.DOC ? TEXT : SHEETS;
            for (var stream : file.streams()) {
                if (!kept.contains(stream.name())) {
                    file.write(stream, nothing(stream));
                }
            }
            return file.written();
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | NegativeArraySizeException
                | IllegalArgumentException cutOff) {
            throw new BrokenFile("ends where more was promised");
        }
    }

    private static void requireHarmless(CompoundFile file) throws BrokenFile {
        for (var stream : file.streams()) {
            if (LOCKED.contains(stream.name())) {
                throw BrokenFile.locked();
            }
            if (PROGRAMS.contains(stream.name())) {
                throw BrokenFile.active();
            }
            if (stream.name().equals("Book")) {
                throw BrokenFile.old();
            }
        }
    }

    /** A list without a single fact in it, or bare zeros. */
    private static byte[] nothing(Stream stream) {
        var facts = FACTS.get(stream.name());
        if (facts == null) {
            return new byte[0];
        }
        var list = ByteBuffer.allocate(56);
        list.put(HexFormat.of().parseHex("feff000005010200"))
                .position(24)
                .put(HexFormat.of().parseHex("01000000" + facts + "30000000" + "08000000" + "00000000"));
        return Arrays.copyOf(list.array(), 56);
    }

    static Stream only(CompoundFile file, String name) throws BrokenFile {
        return file.streams().stream()
                .filter(stream -> !stream.storage() && stream.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BrokenFile("no stream " + name));
    }
}
