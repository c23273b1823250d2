package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import java.util.Locale;
import java.util.Optional;

/** Where the files come from that go by mail; the room that owns them knows who may have them. */
public interface MailedFiles {

    /** Whether the key is one of its own; several rooms send files. */
    boolean knows(String key);

    /** Asked right before it goes; not any more is as good as never. */
    boolean mayHave(String key, PersonId person);

    Optional<FileLetter> letter(String key, PersonId person, Locale language);
}
