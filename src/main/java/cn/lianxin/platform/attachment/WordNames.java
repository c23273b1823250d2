package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.CompoundFile.Stream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The places in a DOC (97 and later) where people stand: author, who saved it where, who changed and noted what, and when. */
final class WordNames {

    private static final int FIRST_KNOWN = 0xC1;
    private static final int ENCRYPTED = 0x100;
    private static final int SECOND_TABLE = 0x200;

    /** Where the head of the document says where they are. */
    private static final int NOTES = 0xBA;

    private static final int FACTS = 0x192;
    private static final int ASSOCIATED = 0x19A;
    private static final int NOTE_AUTHORS = 0x1BA;
    private static final int CHANGE_AUTHORS = 0x232;
    private static final int SAVED_BY = 0x2D2;

    private final CompoundFile file;
    private final Stream text;
    private final byte[] head;
    private final Stream tableStream;
    private final byte[] table;

    WordNames(CompoundFile file) throws BrokenFile {
        this.file = file;
        text = OldOfficeTraces.only(file, "WordDocument");
        head = file.read(text);
        var words = little(head);
        if ((words.getShort(2) & 0xFFFF) < FIRST_KNOWN) {
            throw BrokenFile.old();
        }
        int flags = words.getShort(0x0A);
        if ((flags & ENCRYPTED) != 0) {
            throw BrokenFile.locked();
        }
        tableStream = OldOfficeTraces.only(file, (flags & SECOND_TABLE) != 0 ? "1Table" : "0Table");
        table = file.read(tableStream);
    }

    void blank() throws BrokenFile {
        blankList(ASSOCIATED);
        blankList(CHANGE_AUTHORS);
        blankList(SAVED_BY);
        blankAuthorsOfNotes();
        blankInitials();
        var facts = part(FACTS);
        if (facts.remaining() >= 38) {
            fill(facts, 20, 38, 0);
        }
        PicturesInside.blank(head);
        file.write(text, head);
        file.write(tableStream, table);
        for (var stream : file.streams()) {
            if (stream.name().equals("Data")) {
                var data = file.read(stream);
                PicturesInside.blank(data);
                file.write(stream, data);
            }
        }
    }

    private ByteBuffer part(int pointer) throws BrokenFile {
        var words = little(head);
        if (pointer + 8 > head.length) {
            return ByteBuffer.allocate(0);
        }
        int start = words.getInt(pointer);
        int length = words.getInt(pointer + 4);
        if (length <= 0) {
            return ByteBuffer.allocate(0);
        }
        if (start < 0 || start > table.length - length) {
            throw new BrokenFile("a list outside its table");
        }
        return ByteBuffer.wrap(table, start, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A list of words, in wide letters: every letter becomes a space. */
    private void blankList(int pointer) throws BrokenFile {
        var list = part(pointer);
        if (!list.hasRemaining() || list.remaining() < 6 || list.getShort(0) != -1) {
            return;
        }
        int words = list.getShort(2) & 0xFFFF;
        int extra = list.getShort(4) & 0xFFFF;
        int at = 6;
        for (int word = 0; word < words && at + 2 <= list.limit(); word++) {
            at = blankWord(list, at) + extra;
        }
    }

    private void blankAuthorsOfNotes() throws BrokenFile {
        var list = part(NOTE_AUTHORS);
        for (int at = 0; at + 2 <= list.limit(); ) {
            at = blankWord(list, at);
        }
    }

    private static int blankWord(ByteBuffer list, int at) {
        int end = at + 2 + 2 * (list.getShort(at) & 0xFFFF);
        for (int letter = at + 2; letter + 2 <= Math.min(end, list.limit()); letter += 2) {
            list.putShort(letter, (short) ' ');
        }
        return end;
    }

    private void blankInitials() throws BrokenFile {
        var notes = part(NOTES);
        int many = (notes.remaining() - 4) / 34;
        for (int note = 0; note < many; note++) {
            int at = 4 * (many + 1) + 30 * note;
            fill(notes, at, at + 20, 0);
        }
    }

    private static void fill(ByteBuffer part, int from, int end, int value) {
        Arrays.fill(part.array(), part.arrayOffset() + from, part.arrayOffset() + end, (byte) value);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
