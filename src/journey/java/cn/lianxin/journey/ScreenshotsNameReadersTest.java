package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.Reporter;
import cn.lianxin.watermark.Damage;
import cn.lianxin.watermark.WatermarkTrial;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Real pages in a real browser, read by real readers; then what happens to screenshots: scaled, cut, compressed. Of 500
 * readers the right one has to be named in 95 of 100 pictures, a wrong one in one of a thousand at most.
 */
@JourneyTest
class ScreenshotsNameReadersTest {

    private static final int READERS = 500;
    private static final double HITS = 0.95;
    private static final double WRONG = 0.001;

    /** So many times 500 others are compared with each picture. */
    private static final int OTHERS = 20;

    private record Shot(String name, BufferedImage picture, long mark) {}

    private static final class Tally {
        int hits;
        int misses;
        int wrong;
        int named;
        int trials;

        void check() {
            assertThat((double) hits / (hits + misses)).as(toString()).isGreaterThanOrEqualTo(HITS);
            assertThat((double) (wrong + named) / (hits + misses + trials))
                    .as(toString())
                    .isLessThanOrEqualTo(WRONG);
        }

        @Override
        public String toString() {
            return "%d of %d named, %d of them wrong; %d of %d times 500 others, or a page without a mark, named somebody"
                    .formatted(hits, hits + misses, wrong, named, trials);
        }
    }

    @Autowired
    Collieries collieries;

    @Autowired
    Shortcuts shortcuts;

    @Autowired
    WatermarkTrial trial;

    @Test
    void a_few_pictures_of_each_kind_name_their_reader(Devices devices) throws IOException {
        var damages = Damage.all().toList();
        var tally = new Tally();
        var chance = new Random(20261129);
        var shots = shots(devices, false);
        for (int place = 0; place < damages.size(); place += 3) {
            examine(shots.get(place / 3 % shots.size()), damages.get(place), chance, tally);
        }

        told(tally);
    }

    @Test
    @Tag("hours")
    void every_damage_to_every_page_names_its_reader(Devices devices) throws IOException {
        var tally = new Tally();
        var chance = new Random(20261130);
        for (var shot : shots(devices, true)) {
            for (var damage : Damage.all().toList()) {
                examine(shot, damage, chance, tally);
            }
        }

        told(tally);
    }

    private static void told(Tally tally) throws IOException {
        Files.writeString(Path.of("target", "screenshots-name-readers.txt"), tally + "\n");
        tally.check();
    }

    private void examine(Shot shot, Damage damage, Random chance, Tally tally) {
        var searched = trial.search(damage.done(shot.picture(), chance));
        if (shot.mark() > 0) {
            var named = searched.among(WatermarkTrial.many(READERS, shot.mark()));
            if (named.isEmpty()) {
                tally.misses++;
            } else if (named.getAsLong() == shot.mark()) {
                tally.hits++;
            } else {
                tally.misses++;
                tally.wrong++;
            }
        }
        for (int set = 2; set < OTHERS + 2; set++) {
            tally.trials++;
            tally.named += searched.among(WatermarkTrial.others(READERS, set)).isPresent() ? 1 : 0;
        }
    }

    /** Whoever reads a protected concern, on a phone and at a desk; and pages that carry no mark. */
    private List<Shot> shots(Devices devices, boolean all) throws IOException {
        var colliery = collieries.found();
        var confidential = shortcuts.raise("班长扣了我们组三个人的奖金，说是上头定的，问了两回都不给看单子", Reporter.Mode.CONFIDENTIAL, colliery);
        shortcuts.take(confidential, colliery);
        shortcuts.reply(confidential, colliery);
        var named = shortcuts.raise("澡堂晚班下来没热水，连着四天了", colliery);
        var address = "/concerns/" + confidential;
        var shots = new ArrayList<Shot>();
        for (Function<Devices, Walk> device : List.<Function<Devices, Walk>>of(Devices::phone, Devices::desktop)) {
            for (var reader : all
                    ? List.of(colliery.desk(), colliery.services(), colliery.supervisor(), colliery.secondSupervisor())
                    : List.of(colliery.desk())) {
                var walk = device.apply(devices).signIn(reader);
                shots.add(shot(walk, address));
                if (all && reader == colliery.desk()) {
                    shots.add(shot(walk, "/desk?number=" + confidential));
                    shots.add(shot(walk, "/desk/open"));
                    shots.add(shot(walk.open("/display?senior=on&back=/"), address));
                }
                if (reader == colliery.desk()) {
                    shots.add(shot(walk, "/concerns/" + named));
                }
            }
        }
        assertThat(shots).anyMatch(shot -> shot.mark() > 0).anyMatch(shot -> shot.mark() == 0);
        return shots;
    }

    private static Shot shot(Walk walk, String address) throws IOException {
        walk.open(address);
        walk.page().waitForLoadState();
        var mark = WatermarkTrial.markOf(walk.page().content()).orElse(0);
        var bytes = walk.page().screenshot();
        Files.createDirectories(Path.of("target", "watermarks"));
        Files.write(
                Path.of("target", "watermarks", mark + address.replaceAll("\\W+", "-") + bytes.length + ".png"), bytes);
        return new Shot(address, ImageIO.read(new ByteArrayInputStream(bytes)), mark);
    }
}
