package cn.lianxin.foresight;

import cn.lianxin.delivery.FileLetter;
import cn.lianxin.delivery.MailedFiles;
import cn.lianxin.identity.Members;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.Words;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The digest as a mail, made when it leaves, of what its reader may see at that moment: numbers and where they lead, and no
 * unit, matter or word, since a lock screen shows it to everybody.
 */
@Component
class MailedDigests implements MailedFiles {

    static final String KEY = "digest:";

    private final Subscriptions subscriptions;
    private final Outlooks outlooks;
    private final Members members;
    private final MessageSource messages;
    private final String address;

    MailedDigests(
            Subscriptions subscriptions,
            Outlooks outlooks,
            Members members,
            MessageSource messages,
            @Value("${lianxin.address:}") String address) {
        this.subscriptions = subscriptions;
        this.outlooks = outlooks;
        this.members = members;
        this.messages = messages;
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @Override
    public boolean knows(String key) {
        return key.startsWith(KEY);
    }

    @Override
    public boolean mayHave(String key, PersonId person) {
        return reader(person).isPresent();
    }

    @Override
    public Optional<FileLetter> letter(String key, PersonId person, Locale language) {
        return reader(person).map(reader -> {
            var words = new Words(messages, language);
            return FileLetter.ofWords(words.of("foresight.mail.subject"), text(outlooks.digest(reader, words), words));
        });
    }

    private Optional<Actor.Member> reader(PersonId person) {
        return subscriptions.has(person) ? members.mayAct(person).filter(Places::looks) : Optional.empty();
    }

    private String text(Digest digest, Words words) {
        var text = new StringBuilder();
        if (digest.quiet()) {
            text.append(words.of("foresight.mail.quiet")).append('\n').append(link("/foresight"));
        } else {
            text.append(words.of("foresight.mail.lead")).append('\n');
            for (var part : Part.values()) {
                text.append('\n')
                        .append(words.of("foresight.mail.line", words.of(part), digest.count(part)))
                        .append('\n')
                        .append(digest.count(part) == 0 ? "" : link(part.address()));
            }
        }
        return text.append('\n').append(words.of("foresight.mail.end")).toString();
    }

    private String link(String path) {
        return address.isEmpty() ? "" : address + path + "\n";
    }
}
