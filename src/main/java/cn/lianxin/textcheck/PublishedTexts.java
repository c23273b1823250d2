package cn.lianxin.textcheck;

import java.util.List;

/** What is public, for looking at it again when the list has changed; whoever publishes answers. */
public interface PublishedTexts {

    /** In the order of their articles, those behind this one. */
    List<CheckedText> published(long after, int most);
}
