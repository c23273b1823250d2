package cn.lianxin.concern;

import java.time.Instant;
import java.util.List;

/**
 * What was written down of a recording, as a page shows it.
 *
 * @param versions from the first to the one that stands
 */
public record Transcript(TranscriptState state, List<Version> versions) {

    /** @param by who wrote it */
    public record Version(String text, String by, Instant at) {}

    /** The one that stands. */
    public Version standing() {
        return versions.getLast();
    }

    /** Its number, by which a form notices that another was written meanwhile. */
    public int version() {
        return versions.size();
    }

    public List<Version> earlier() {
        return versions.subList(0, versions.size() - 1).reversed();
    }
}
