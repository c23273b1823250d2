package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.attachment.Attachments;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written without a network and is interrupted on its way is neither lost nor there twice, photo and all. */
@JourneyTest
class InterruptionsTest {

    private enum Interruption {
        NETWORK_CUT,
        CUT_IN_A_PART,
        ANSWER_OF_A_PART_LOST,
        ANSWER_OF_THE_FILING_LOST,
        TAB_KILLED,
        SERVER_RESTARTED,
        PHONE_FULL
    }

    private static final List<Interruption> ON_THE_WAY =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Interruption.PHONE_FULL)));
    private static final List<Interruption> WITHOUT_A_START =
            List.copyOf(EnumSet.complementOf(EnumSet.of(Interruption.PHONE_FULL, Interruption.SERVER_RESTARTED)));

    private static final int MOST_A_DRAFT = 16;
    private static final int DRAFTS_A_PHONE = 12;
    private static final int MOST_TRIES = 40;

    @Autowired
    Collieries collieries;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient sql;

    @Autowired
    Environment environment;

    private final Map<Interruption, Integer> met = new EnumMap<>(Interruption.class);

    /** The words of each draft, and the digest of the photo that its concern must have. */
    private final Map<String, String> written = new LinkedHashMap<>();

    @Test
    void thirty_interruptions_lose_nothing_and_double_nothing() {
        interrupt(30, 1, System.nanoTime());
    }

    @Test
    @Tag("hours")
    void a_thousand_interruptions_lose_nothing_and_double_nothing() {
        interrupt(1_000, 30, System.nanoTime());
    }

    /** @param restarts at most so many, for each takes as long as a start */
    private void interrupt(int wanted, int restarts, long seed) {
        System.out.println("interruptions: seed " + seed);
        var random = new Random(seed);
        var colliery = collieries.found();
        try (var chromium = Chromium.start();
                var server = new OwnProcess(environment);
                var wire = new Wire(server.port())) {
            while (count() < wanted) {
                try (var phone = new OfflinePhone(chromium.browser(), wire.home())) {
                    phone.signIn(colliery.worker());
                    for (var draft = 0; draft < DRAFTS_A_PHONE && count() < wanted; draft++) {
                        var kinds = server.restarts() < restarts ? ON_THE_WAY : WITHOUT_A_START;
                        file(seed + " 第 " + written.size() + " 件", phone, new Between(wire, server, kinds), random);
                    }
                }
                System.out.println("interruptions: " + count() + " so far, drafts " + written.size());
            }
        }
        judge(seed);
    }

    /** What lies between the phone and its being filed, and what may happen to it. */
    private record Between(Wire wire, OwnProcess server, List<Interruption> kinds) {}

    private void file(String words, OfflinePhone phone, Between between, Random random) {
        var photo = noise(random);
        written.put(words, digestAsTaken(photo));
        phone.network(false);
        phone.open();
        if (random.nextInt(8) == 0) {
            assertRefusedWhole(words, phone);
        }
        phone.write(words, new FilePayload("现场.jpg", "image/jpeg", photo));
        assertThat(phone.keep())
                .as(() -> "kept on the phone: "
                        + phone.page().locator("[data-fault]").innerText())
                .isTrue();
        assertThat(phone.waits()).isTrue();

        phone.network(true);
        for (var i = random.nextInt(MOST_A_DRAFT); i >= 0 && phone.waits(); i--) {
            var kind = between.kinds.get(random.nextInt(between.kinds.size()));
            met.merge(kind, 1, Integer::sum);
            phone.press();
            happens(kind, phone, between, random);
            phone.network(true);
            between.wire.mend();
        }
        getThrough(phone);
        assertThat(phone.takeReceipt()).matches("\\d{20}");
        assertThat(phone.states()).isEmpty();
    }

    /** In a clear sentence, nothing half kept, the text still there. */
    private void assertRefusedWhole(String words, OfflinePhone phone) {
        met.merge(Interruption.PHONE_FULL, 1, Integer::sum);
        phone.writeTooMuch(words);
        assertThat(phone.keep()).as("kept on a phone that is full").isFalse();
        assertThat(phone.page().locator("[data-fault]").innerText()).contains("存储满了");
        assertThat(phone.page().inputValue("#text")).isEqualTo(words);
        assertThat(phone.states()).isEmpty();
    }

    private static void happens(Interruption kind, OfflinePhone phone, Between between, Random random) {
        var wire = between.wire;
        switch (kind) {
            case NETWORK_CUT -> {
                pause(phone, random, 250);
                phone.network(false);
                pause(phone, random, 150);
            }
            case CUT_IN_A_PART -> {
                wire.breakAfter(random.nextInt(200_000));
                pause(phone, random, 500);
            }
            case ANSWER_OF_A_PART_LOST -> lose(random.nextBoolean() ? "PATCH /" : "PUT /", phone, wire);
            case ANSWER_OF_THE_FILING_LOST -> lose("POST /concerns/new/offline/", phone, wire);
            case TAB_KILLED -> {
                pause(phone, random, 300);
                phone.kill();
            }
            case SERVER_RESTARTED -> {
                pause(phone, random, 500);
                between.server.killAndStart();
            }
            case PHONE_FULL -> throw new IllegalArgumentException("met before it is kept");
        }
    }

    private static void lose(String request, OfflinePhone phone, Wire wire) {
        wire.loseAnswerTo(request);
        for (var i = 0; i < 15 && !wire.hasLostIt(); i++) {
            phone.page().waitForTimeout(60);
        }
        // What the server did meanwhile is done.
        phone.page().waitForTimeout(60);
    }

    private static void pause(OfflinePhone phone, Random random, int most) {
        phone.page().waitForTimeout(random.nextInt(most));
    }

    private static void getThrough(OfflinePhone phone) {
        for (var tries = 0; phone.waits() && tries < MOST_TRIES; tries++) {
            phone.press();
            phone.page().waitForTimeout(250);
            if (tries % 10 == 9) {
                phone.open();
            }
        }
        assertThat(phone.waits()).as("still waits with a network").isFalse();
    }

    private void judge(long seed) {
        var lost = 0;
        var doubled = 0;
        var otherPhoto = 0;
        for (var draft : written.entrySet()) {
            var filed = sql.sql("select id from concern.concern where words = :words")
                    .param("words", draft.getKey())
                    .query((row, _) -> row.getLong("id"))
                    .list();
            lost += filed.isEmpty() ? 1 : 0;
            doubled += filed.size() > 1 ? 1 : 0;
            for (var concern : filed) {
                otherPhoto += photosOf(concern).equals(draft.getValue()) ? 0 : 1;
            }
        }
        System.out.printf(
                "interruptions: %d %s, drafts %d, lost %d, double %d, photo not whole %d, seed %d%n",
                count(), met, written.size(), lost, doubled, otherPhoto, seed);
        assertThat(Arrays.asList(lost, doubled, otherPhoto)).as("seed " + seed).containsOnly(0);
    }

    private String photosOf(long concern) {
        return sql.sql("""
                        select coalesce(string_agg(encode(c.sha256, 'hex'), ' '), '')
                        from concern.attachment a join attachment.content c on c.id = a.attachment
                        where a.concern = :concern
                        """)
                .param("concern", concern)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private int count() {
        return met.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What becomes of the photo when a camera's traces are taken out. */
    private String digestAsTaken(byte[] photo) {
        var taken = attachments.take(new ByteArrayInputStream(photo), "现场.jpg", new Actor.Visitor());
        var digest = sql.sql("select sha256 from attachment.content where id = :id")
                .param("id", taken.id().value())
                .query((row, _) -> HexFormat.of().formatHex(row.getBytes("sha256")))
                .single();
        attachments.discard(List.of(taken.id()));
        return digest;
    }

    /** Too much of it for one part. */
    private static byte[] noise(Random random) {
        var picture = new BufferedImage(420, 360, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
