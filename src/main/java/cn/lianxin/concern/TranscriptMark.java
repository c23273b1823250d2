package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;

/**
 * How it stands with the transcript of one recording.
 *
 * @param version how often it was written
 */
record TranscriptMark(int version, TranscriptState state) {

    static final TranscriptMark UNWRITTEN = new TranscriptMark(0, TranscriptState.WRITTEN);

    TranscriptMark rewritten() {
        return new TranscriptMark(version + 1, TranscriptState.WRITTEN);
    }

    /** Once, and of the version that stands; a slip of the finger can be taken back. */
    TranscriptMark confirmed(int read) {
        mustBeRead(read);
        if (state == TranscriptState.CONFIRMED) {
            throw new Refusal.Conflict("moved-on");
        }
        return new TranscriptMark(version, TranscriptState.CONFIRMED);
    }

    /** As often as he has something to add. */
    TranscriptMark disputed(int read) {
        mustBeRead(read);
        return new TranscriptMark(version, TranscriptState.DISPUTED);
    }

    private void mustBeRead(int read) {
        if (version == 0 || read != version) {
            throw new Refusal.Conflict("moved-on");
        }
    }
}
