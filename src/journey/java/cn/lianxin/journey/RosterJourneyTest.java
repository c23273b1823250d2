package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
class RosterJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Test
    void the_monthly_roster_stops_at_six_percent_and_is_applied_when_it_is_meant(Devices devices) throws IOException {
        var colliery = collieries.found();
        var administrator = devices.desktop().signIn(colliery.administrator());
        var roster = OfficeRoster.downloaded(administrator);
        var before = roster.size();
        for (int i = 0; i < 40; i++) {
            roster.with(colliery.mineCode() + "-" + i, "新" + i, colliery.mineCode(), "学徒");
        }

        roster.send(administrator)
                .sees("personnel.roster.sentence", before, 40, 0, 0, 0)
                .press("personnel.roster.apply")
                .sees("personnel.applied.sentence", colliery.mineName(), 40, 0, 0, 0)
                .sees("personnel.applied.to-slips");

        shortcuts.take(shortcuts.raise("食堂夜宵八点就没了", colliery), colliery);
        roster.without(colliery.services().number())
                .without(colliery.mineCode() + "-0")
                .without(colliery.mineCode() + "-1")
                .send(administrator)
                .sees("personnel.roster.stops", 3, before + 40, 5)
                .sees("personnel.roster.handover", 1, 1)
                .seesWords(colliery.services().name());
        var leaves = administrator
                .page()
                .waitForDownload(
                        administrator.page().locator("a[href*='leaves.csv']").first()::click);
        assertThat(Files.readString(leaves.path()))
                .contains(colliery.services().number())
                .doesNotContain(colliery.worker().number());

        administrator
                .write("personnel.roster.type-count", "2")
                .write("personnel.roster.reason", "后勤外包")
                .press("personnel.roster.apply-leaving", 3)
                .sees("refusal.roster-leaving-unconfirmed", 3);
        assertThat(administrator.field("personnel.roster.reason").inputValue()).isEqualTo("后勤外包");
        administrator
                .write("personnel.roster.type-count", "3")
                .press("personnel.roster.apply-leaving", 3)
                .sees("personnel.applied.sentence", colliery.mineName(), 0, 0, 3, 0)
                .seesWords("后勤外包");

        devices.desktop().signIn(colliery.services()).sees("sign-in.go");
        roster.send(administrator).sees("personnel.roster.same", before + 37);
    }

    @Test
    void two_people_of_one_number_are_named_and_nobody_is_changed(Devices devices) {
        var colliery = collieries.found();
        var administrator = devices.phone().signIn(colliery.administrator());
        var roster = OfficeRoster.downloaded(administrator)
                .with(colliery.worker().number(), "王建军", colliery.mineCode(), "学徒");

        roster.send(administrator)
                .sees("personnel.roster.faulty", 1)
                .seesWords(colliery.worker().number())
                .doesNotSee("personnel.roster.apply");
    }
}
