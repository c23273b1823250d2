package cn.lianxin.platform.note;

import java.nio.charset.StandardCharsets;

/** What a witness puts its name to: a time, and the whole text of the checkpoint. */
final class Cosigning {

    private Cosigning() {}

    static byte[] message(long second, String text) {
        return ("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
