package cn.lianxin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListingTest {

    @Test
    void an_address_survives_being_read_and_written() {
        var address = "/desk/new?urgent=true&kind=help&q=%E7%83%AD+%E6%B0%B4%26&after=12_3&number=2026-1&then=2026-2";

        assertThat(Listing.of(address).address()).isEqualTo(address);
        assertThat(Listing.of(address).words()).isEqualTo("热 水&");
    }

    @Test
    void what_an_address_may_not_hold_is_dropped() {
        assertThat(Listing.of("/desk/new?foo=1&q=%zz").address()).isEqualTo("/desk/new");
    }

    @Test
    void a_filter_that_is_chosen_again_is_dropped_and_the_list_begins_anew() {
        var listing = Listing.of("/desk/new?urgent=true&after=12_3&number=2026-1");

        assertThat(listing.toggled("urgent", "true").address()).isEqualTo("/desk/new");
        assertThat(listing.toggled("kind", "help").address()).isEqualTo("/desk/new?urgent=true&kind=help");
    }
}
