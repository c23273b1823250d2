package cn.lianxin.platform.attachment;

import java.io.InputStream;

/** A file as it comes in where nobody looks for viruses. */
final class Intakes {

    private Intakes() {}

    static Intake of(InputStream content, String claimedName) {
        var name = FileName.of(claimedName);
        return Intake.of(Intake.read(content, name), name);
    }
}
