package cn.lianxin.delivery;

/**
 * A mail with a file that its reader has asked for.
 *
 * @param subject may be read over somebody's shoulder, so it names nobody
 */
public record FileLetter(String subject, String text, String fileName, String mediaType, byte[] file) {

    /** Words alone; its links are all there is to it. */
    public static FileLetter ofWords(String subject, String text) {
        return new FileLetter(subject, text, "", "", new byte[0]);
    }

    boolean hasFile() {
        return !fileName.isEmpty();
    }
}
