package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever was told that it is too much can press again with less. */
@JourneyTest
class FullPhoneTest {

    private static final String WORDS = "二号皮带机头没有护栏";
    private static final String REMOVE_ALL =
            "async () => { for (const one of await LianxinOffline.records()) await LianxinOffline.remove(one.id); }";

    @Autowired
    Collieries collieries;

    private Chromium chromium;
    private OfflinePhone phone;

    @BeforeEach
    void a_phone_without_a_network(Devices devices) {
        chromium = Chromium.start();
        phone = new OfflinePhone(chromium.browser(), devices.home());
        phone.signIn(collieries.found().worker());
        phone.network(false);
        phone.open();
    }

    @AfterEach
    void put_away() {
        phone.close();
        chromium.close();
    }

    @Test
    void what_was_too_much_leaves_nothing_that_takes_room_from_less() {
        for (var times = 0; times < 10; times++) {
            refuse();
            assertThat(phone.databases()).noneMatch("lianxin-drafts"::equals);

            phone.write(WORDS, Samples.photo("皮带.jpg"));
            assertThat(phone.keep()).isTrue();
            phone.open();
            phone.page().evaluate(REMOVE_ALL);
        }
    }

    @Test
    void what_was_too_much_takes_nothing_from_what_waits_nor_room_from_less() {
        phone.write("先写的一件", Samples.photo("皮带.jpg"));
        assertThat(phone.keep()).isTrue();
        phone.open();

        for (var times = 0; times < 5; times++) {
            refuse();
        }

        phone.write(WORDS, Samples.photo("皮带.jpg"));
        assertThat(phone.keep()).isTrue();
        assertThat(phone.states()).containsExactly("waiting", "waiting");
    }

    private void refuse() {
        phone.writeTooMuch(WORDS);
        assertThat(phone.keep()).as("kept on a phone that is full").isFalse();
    }
}
