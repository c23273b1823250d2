package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Boxes on a picture by mouse, finger, keys and, without script, by numbers; and what they do to the file. */
@JourneyTest
class PictureJourneyTest {

    private static final Path PICTURES = Path.of("target", "journeys");

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @ParameterizedTest
    @EnumSource
    void boxes_are_drawn_by_pointer_finger_keys_and_numbers_and_burnt_in(Face face, Devices devices)
            throws IOException {
        var colliery = collieries.found();
        var chosen = shortcuts.picture("四号澡堂的龙头坏了半排", false, colliery);
        var editor = "/concerns/" + chosen.number() + "/public-ledger/pictures/" + chosen.photo();
        var desk = devices.phone(face).signIn(colliery.desk());

        desk.open(editor).sees("public-ledger.picture.draw");
        if (face.script) {
            draw(desk);
        } else {
            fill(desk, 0, "20", "10", "30", "30");
            fill(desk, 1, "60", "60", "20", "20");
        }
        photograph(desk, "boxes-drawn", face);
        desk.press("public-ledger.picture.save").sees("public-ledger.pictures.as-shown");
        photograph(desk, "boxes-burnt", face);

        var picture = picture(desk, editor + "/painted");
        assertThat(at(picture, .35, .25)).isEqualTo(Color.BLACK);
        assertThat(at(picture, .70, .70)).isEqualTo(Color.BLACK);
        assertThat(at(picture, .05, .95)).isNotEqualTo(Color.BLACK);
        desk.open("/concerns/" + chosen.number() + "/public-ledger/pictures").press("public-ledger.pictures.close");
        desk.open("/public-ledger/waiting/" + chosen.entry()).sees("public-ledger.yours");
    }

    /** The box that is there goes by a key; one is drawn by mouse, one by finger, and one by keys alone, which moves and grows. */
    private static void draw(Walk desk) {
        var page = desk.page();
        var layer = page.locator("[data-boxes]");
        var boxes = layer.locator("rect");
        assertThat(boxes.count()).isEqualTo(1);
        boxes.first().focus();
        page.keyboard().press("Delete");
        assertThat(boxes.count()).isZero();

        layer.evaluate("one => one.scrollIntoView({block: 'center'})");
        var frame = layer.boundingBox();
        page.mouse().move(x(frame, 20), y(frame, 10));
        page.mouse().down();
        page.mouse().move(x(frame, 40), y(frame, 30));
        page.mouse().move(x(frame, 50), y(frame, 40));
        page.mouse().up();
        assertNear(page.locator("[data-box]").nth(0), 20, 10, 30, 30);

        var finger = page.context().newCDPSession(page);
        touch(finger, "touchStart", x(frame, 60), y(frame, 60));
        touch(finger, "touchMove", x(frame, 70), y(frame, 70));
        touch(finger, "touchMove", x(frame, 80), y(frame, 80));
        touch(finger, "touchEnd", 0, 0);
        assertNear(page.locator("[data-box]").nth(1), 60, 60, 20, 20);

        page.locator("[data-add-box]").click();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Shift+ArrowRight");
        assertThat(numbers(page.locator("[data-box]").nth(2))).containsExactly(41.0, 39.0, 21.0, 20.0);
        assertThat(boxes.count()).isEqualTo(3);
        page.locator("[data-box]").nth(2).locator("[data-remove-box]").click();
        assertThat(boxes.count()).isEqualTo(2);
        assertThat(page.locator("[data-box]").nth(2).isVisible()).isFalse();
    }

    private static void fill(Walk desk, int place, String... sides) {
        var row = desk.page().locator("[data-box]").nth(place);
        var names = List.of("left", "top", "width", "height");
        for (var side = 0; side < sides.length; side++) {
            row.locator("[name=" + names.get(side) + "]").fill(sides[side]);
        }
    }

    private static void touch(CDPSession finger, String type, double x, double y) {
        var points = new JsonArray();
        if (!type.equals("touchEnd")) {
            var point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", event);
    }

    private static List<Double> numbers(Locator row) {
        return List.of("left", "top", "width", "height").stream()
                .map(name ->
                        Double.parseDouble(row.locator("[name=" + name + "]").inputValue()))
                .toList();
    }

    private static void assertNear(Locator row, double... sides) {
        var found = numbers(row);
        for (var side = 0; side < sides.length; side++) {
            assertThat(found.get(side)).isBetween(sides[side] - 1, sides[side] + 1);
        }
    }

    private static double x(BoundingBox frame, int percent) {
        return frame.x + frame.width * percent / 100;
    }

    private static double y(BoundingBox frame, int percent) {
        return frame.y + frame.height * percent / 100;
    }

    private static BufferedImage picture(Walk desk, String address) throws IOException {
        var home = desk.page().url().replaceAll("(https?://[^/]+).*", "$1");
        return ImageIO.read(new ByteArrayInputStream(
                desk.page().request().get(home + address).body()));
    }

    private static Color at(BufferedImage picture, double x, double y) {
        return new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
    }

    private static void photograph(Walk walk, String name, Face face) {
        walk.photograph(PICTURES.resolve(name + "-" + face.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
