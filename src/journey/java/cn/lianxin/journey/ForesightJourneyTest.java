package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A desk officer sees in a minute what is unusual, follows a number to its rows, and asks for the mail of Monday. */
@JourneyTest
class ForesightJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void four_questions_each_with_its_rows_and_a_digest_for_whoever_confirmed_an_address(Face face, Devices devices) {
        var colliery = collieries.found();
        var number = shortcuts.raise("澡堂晚班下来没热水，连着四天了", colliery);
        shortcuts.answer(number, colliery);
        shortcuts.raise("澡堂又没热水了", colliery);
        shortcuts.raise("澡堂还是没热水", colliery);
        var desk = devices.phone(face).signIn(colliery.desk());

        desk.open("/foresight")
                .sees("foresight.returning")
                .sees("foresight.map")
                .sees("foresight.again-of", 2, 3);
        desk.photograph(Path.of("target", "journeys", "foresight-" + face.name().toLowerCase(Locale.ROOT) + ".png"));
        desk.press("foresight.again-of", 2, 3);
        assertThat(desk.page().locator(".concern-table tbody tr").count()).isEqualTo(3);
        desk.open("/foresight").press("foresight.all", 1).sees("foresight.back").doesNotSee("foresight.map");
        desk.press("foresight.back").press("foresight.digest.go").sees("refusal.mail-address-first");
    }
}
