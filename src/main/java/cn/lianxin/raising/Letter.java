package cn.lianxin.raising;

/**
 * One letter from the box, as a clerk types it.
 *
 * @param token unguessable; the letter is entered once however often it is sent
 * @param staffNumber of whoever signed it, empty where nobody did
 */
record Letter(String token, String staffNumber, String matter, String text) {

    private static final int BEGINNING = 30;

    /** Enough to find the sheet of paper again. */
    String beginning() {
        var line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= BEGINNING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, BEGINNING)) + "…";
    }

    boolean written() {
        return !text.isBlank();
    }
}
