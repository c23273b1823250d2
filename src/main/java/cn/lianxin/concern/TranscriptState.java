package cn.lianxin.concern;

/** Whether the worker finds in the transcript what he said. */
public enum TranscriptState {
    /** He has not said. */
    WRITTEN,
    CONFIRMED,
    DISPUTED
}
