package cn.lianxin.api.concern;

import cn.lianxin.concern.Transcript;
import cn.lianxin.concern.TranscriptState;
import java.util.UUID;

/**
 * What a recording says, as it was written down last.
 *
 * @param version that the worker confirms or disputes
 */
record TranscriptItem(UUID recording, TranscriptState state, int version, String text, String by) {

    static TranscriptItem of(UUID recording, Transcript transcript) {
        var standing = transcript.standing();
        return new TranscriptItem(recording, transcript.state(), transcript.version(), standing.text(), standing.by());
    }
}
