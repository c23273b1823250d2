package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.identity.Granting;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Those of a colliery who read an article one after the other, each on a device of his own. */
final class Editors {

    private static final Actor FOUNDER = new Actor.Clockwork("journey");

    final Walk first;
    final Walk otherFirst;
    final Walk second;
    final Walk third;

    Editors(Colliery colliery, Granting granting, Devices devices) {
        grant(colliery.payHandler(), Role.EDITOR, colliery, granting);
        grant(colliery.supervisor(), Role.SECTION_EDITOR, colliery, granting);
        grant(colliery.secondSupervisor(), Role.CHIEF_EDITOR, colliery, granting);
        first = devices.desktop().signIn(colliery.editor());
        otherFirst = devices.desktop().signIn(colliery.payHandler());
        second = devices.desktop().signIn(colliery.supervisor());
        third = devices.desktop().signIn(colliery.secondSupervisor());
    }

    private static void grant(Colliery.Member who, Role role, Colliery colliery, Granting granting) {
        granting.grant(who.id(), role, colliery.mine(), LocalDate.now(), Optional.empty(), FOUNDER);
    }

    /** From his queue to its text, and on. */
    static void pass(String title, List<Walk> inTurn) {
        for (var editor : inTurn) {
            editor.open("/newsroom/queue").leaveBy(row(title, editor)::click);
            editor.seesWords(title).press("newsroom.pass");
            assertThat(editor.page().getByText(editor.say("newsroom.pass")).count())
                    .as("passed once")
                    .isZero();
        }
    }

    static Locator row(String title, Walk editor) {
        return editor.page()
                .locator("a.row-link")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    /** Goes on by the key that leads from one thing to the next until he stands at this one. */
    static void reach(Walk walk, String selector, String words) {
        for (var keys = 0; keys < 150; keys++) {
            var there = walk.page()
                    .evaluate(
                            "([selector, words]) => document.activeElement.matches(selector) && document.activeElement.textContent.includes(words)",
                            List.of(selector, words));
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            walk.page().keyboard().press("Tab");
        }
        throw new AssertionError(selector + " " + words + " is out of reach");
    }

    static void enter(Walk walk) {
        walk.leaveBy(() -> walk.page().keyboard().press("Enter"));
    }
}
