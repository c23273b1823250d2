package cn.lianxin.platform.likeness;

import java.util.Arrays;

/** Normal texts by their places, in large pieces: a million arrays of their own would cost as much again. */
final class KeptTexts {

    private static final int PIECE = 1 << 20;
    private static final char[] GONE = {};

    private char[][] pieces = new char[16][];
    private int[] pieceOf = new int[1024];
    private int[] from = new int[1024];
    private int[] length = new int[1024];
    private int piece = -1;
    private int usedOfPiece = PIECE;
    private int size;
    private int present;
    private long characters;

    int add(char[] text) {
        if (piece < 0 || usedOfPiece + text.length > PIECE) {
            openPiece(Math.max(PIECE, text.length));
        }
        makeRoom();
        pieceOf[size] = piece;
        from[size] = usedOfPiece;
        length[size] = text.length;
        System.arraycopy(text, 0, pieces[piece], usedOfPiece, text.length);
        usedOfPiece += text.length;
        characters += text.length;
        present++;
        return size++;
    }

    /** Overwrites the text, so that a dump of the memory does not show it either. */
    void erase(int text) {
        Arrays.fill(pieces[pieceOf[text]], from[text], from[text] + length[text], ' ');
        characters -= length[text];
        length[text] = 0;
        present--;
    }

    /** How many places were ever given. */
    int places() {
        return size;
    }

    int present() {
        return present;
    }

    double meanLength() {
        return present == 0 ? 1 : Math.max(1, (double) characters / present);
    }

    int length(int text) {
        return length[text];
    }

    char[] get(int text) {
        return length[text] == 0
                ? GONE
                : Arrays.copyOfRange(pieces[pieceOf[text]], from[text], from[text] + length[text]);
    }

    private void openPiece(int room) {
        if (++piece == pieces.length) {
            pieces = Arrays.copyOf(pieces, piece * 2);
        }
        pieces[piece] = new char[room];
        usedOfPiece = 0;
    }

    private void makeRoom() {
        if (size == from.length) {
            int room = size * 3 / 2;
            pieceOf = Arrays.copyOf(pieceOf, room);
            from = Arrays.copyOf(from, room);
            length = Arrays.copyOf(length, room);
        }
    }
}
