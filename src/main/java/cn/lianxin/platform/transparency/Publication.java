package cn.lianxin.platform.transparency;

import java.util.SortedMap;

/**
 * Something that is published.
 *
 * @param kind such as {@code verdict.batch}
 * @param subject which one of its kind, such as {@code batch:12}; it stands in the log for ever and tells of no person
 * @param fields all that is published of it, as text
 * @param shown whether it is still to be read; what is over, or is read by few, is held against its entry only from within
 */
public record Publication(String kind, String subject, SortedMap<String, String> fields, boolean shown) {

    public Publication(String kind, String subject, SortedMap<String, String> fields) {
        this(kind, subject, fields, true);
    }
}
