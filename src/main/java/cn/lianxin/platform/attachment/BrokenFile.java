package cn.lianxin.platform.attachment;

/** The bytes do not hold together as their own type says, most often because the upload was cut off; or may not stay as they are. */
final class BrokenFile extends Exception {

    private final String code;

    BrokenFile(String why) {
        this("file-broken", why);
    }

    private BrokenFile(String code, String why) {
        super(why);
        this.code = code;
    }

    /** Nobody can look into it, neither we nor whoever should read it. */
    static BrokenFile locked() {
        return new BrokenFile("file-locked", "opens with a password");
    }

    /** It brings a program along. */
    static BrokenFile active() {
        return new BrokenFile("file-active", "holds a program");
    }

    /** Unpacked it would be more than anybody writes. */
    static BrokenFile swells() {
        return new BrokenFile("file-swells", "unpacks to too much");
    }

    /** Of a time whose form is not known well enough to find in it who wrote it. */
    static BrokenFile old() {
        return new BrokenFile("file-old", "a form of before 1997");
    }

    /** Of the sentence that the sender is told. */
    String code() {
        return code;
    }
}
