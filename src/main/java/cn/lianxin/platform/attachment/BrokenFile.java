package cn.lianxin.platform.attachment;

/** The bytes do not hold together as their own type says: most often the upload was cut off. */
final class BrokenFile extends Exception {

    BrokenFile(String why) {
        super(why);
    }
}
