package cn.lianxin.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.vault.Aliases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class InboxTest {

    private static final AtomicLong PERSONS = new AtomicLong(710_000_000);

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient sql;

    @Autowired
    Aliases aliases;

    @Autowired
    Clock clock;

    private final PersonId worker = new PersonId(PERSONS.incrementAndGet());
    private final PersonId other = new PersonId(PERSONS.incrementAndGet());

    @Test
    void a_message_waits_for_its_person_alone() {
        inbox.deliver(new Notification(worker, "inbox.empty", List.of("澡堂", "'; drop"), "/concerns/1"));

        var messages = inbox.page(worker, Optional.empty()).rows();

        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().arguments()).containsExactly("澡堂", "'; drop");
        assertThat(messages.getFirst().read()).isFalse();
        assertThat(inbox.unread(worker)).isEqualTo(1);
        assertThat(inbox.page(other, Optional.empty()).rows()).isEmpty();
    }

    @Test
    void the_same_cause_reaches_a_person_once_from_several_threads() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var deliveries =
                    Collections.nCopies(40, Executors.callable(() -> inbox.deliver(told(worker, "concern:1:replied"))));
            for (var delivery : threads.invokeAll(deliveries)) {
                delivery.get();
            }
        }
        inbox.deliver(told(other, "concern:1:replied"));
        inbox.deliver(told(worker, "concern:1:concluded"));

        assertThat(inbox.unread(worker)).isEqualTo(2);
        assertThat(inbox.unread(other)).isEqualTo(1);
    }

    @Test
    void what_has_no_cause_is_never_the_same() {
        inbox.deliver(told(worker, ""));
        inbox.deliver(told(worker, ""));

        assertThat(inbox.unread(worker)).isEqualTo(2);
    }

    @Test
    void opening_a_message_reads_it_and_only_its_own_person_can() {
        inbox.deliver(told(worker, "one"));
        var message = inbox.page(worker, Optional.empty()).rows().getFirst().id();

        assertThatThrownBy(() -> inbox.open(message, other)).isInstanceOf(Refusal.NotFound.class);
        assertThat(inbox.unread(worker)).isEqualTo(1);
        assertThat(inbox.open(message, worker)).isEqualTo("/concerns/1");
        assertThat(inbox.open(message, worker)).isEqualTo("/concerns/1");
        assertThat(inbox.unread(worker)).isZero();
    }

    @Test
    void marking_all_as_read_spares_what_came_in_meanwhile() {
        inbox.deliver(told(worker, "seen"));
        var seen = inbox.page(worker, Optional.empty()).rows().getFirst().id();
        inbox.deliver(told(worker, "meanwhile"));
        inbox.deliver(told(other, "of another"));

        inbox.markRead(worker, seen);

        assertThat(inbox.page(worker, Optional.empty()).rows())
                .extracting(InboxMessage::read)
                .containsExactly(false, true);
        inbox.markRead(worker, Long.MAX_VALUE);
        assertThat(inbox.unread(worker)).isZero();
        assertThat(inbox.unread(other)).isEqualTo(1);
    }

    @Test
    void a_full_inbox_is_read_page_by_page_and_counted_to_ninety_nine() {
        for (int i = 0; i < 130; i++) {
            inbox.deliver(told(worker, "cause " + i));
        }

        var seen = new ArrayList<Long>();
        var cursor = Optional.<String>empty();
        do {
            var page = inbox.page(worker, cursor);
            page.rows().forEach(message -> seen.add(message.id()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).hasSize(130).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo((one, two) -> Long.compare(two, one));
        assertThat(inbox.unread(worker)).isEqualTo(100);
        assertThat(InboxNavigation.badge(100)).isEqualTo("99+");
        assertThat(InboxNavigation.badge(99)).isEqualTo("99");
        assertThat(InboxNavigation.badge(0)).isEmpty();
    }

    @Test
    void an_address_out_of_the_installation_is_refused() {
        for (var address : List.of("https://example.org", "//example.org", "concerns/1", "/\\example.org", "")) {
            assertThatThrownBy(() -> new Notification(worker, "inbox.empty", List.of(), address))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_came_is_told_to_whoever_takes_it_out_of_the_house_once() {
        var told = new ArrayList<Notification>();
        var connected = new Inbox(sql, aliases, clock, List.of((_, notification) -> told.add(notification)));

        connected.deliver(told(worker, "once"));
        connected.deliver(told(worker, "once"));
        connected.deliver(new Notification(
                worker,
                "inbox.empty",
                List.of(),
                "/concerns/1",
                "for the inbox alone",
                Notification.Topic.OTHER,
                Notification.Reach.INBOX_ONLY));

        assertThat(told).containsExactly(told(worker, "once"));
        assertThat(inbox.unread(worker)).isEqualTo(2);
    }

    @Test
    void whether_some_still_waits_to_be_read_is_known_for_its_person_alone() {
        inbox.deliver(told(worker, "one"));
        inbox.deliver(told(worker, "two"));
        var messages = inbox.page(worker, Optional.empty()).rows().stream()
                .map(InboxMessage::id)
                .toList();

        assertThat(inbox.isUnread(worker, messages)).isTrue();
        assertThat(inbox.isUnread(other, messages)).isFalse();
        inbox.open(messages.getFirst(), worker);
        assertThat(inbox.isUnread(worker, messages)).isTrue();
        inbox.open(messages.getLast(), worker);
        assertThat(inbox.isUnread(worker, messages)).isFalse();
    }

    private static Notification told(PersonId to, String cause) {
        return new Notification(to, "inbox.empty", List.of(), "/concerns/1", cause);
    }
}
