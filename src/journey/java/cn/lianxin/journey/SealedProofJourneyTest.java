package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.TestClock;
import cn.lianxin.daybook.TickingDays;
import cn.lianxin.platform.transparency.Ticking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever sent a sealed report keeps the proof of it on his device, and nobody learns that he does. */
@JourneyTest
class SealedProofJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void today_again() {
        TestClock.reset();
    }

    @Test
    void a_day_later_he_keeps_proof_and_letter_and_only_the_letter_is_asked_for(Devices devices) throws Exception {
        var colliery = collieries.found();
        TickingDays.tick(context);
        SealedPages.of(devices.desktop().signIn(colliery.administrator()), devices)
                .ceremony();
        SealedPages.of(devices.desktop().signIn(colliery.supervisor()), devices).makeKey();
        var phone = devices.phone();
        var sender = SealedPages.of(phone, devices)
                .write(colliery.mineName(), colliery.supervisor().name(), "队长吃空饷，三个月了");
        var receipt = sender.send();
        sender.comeBack(receipt);
        assertThat(phone.page().locator("[data-proof]").count()).isZero();

        TestClock.forward(Duration.ofDays(1));
        TickingDays.tick(context);
        Ticking.tick(context);
        sender.comeBack(receipt);
        phone.sees("sealed.proof.danger");
        var asked = new ArrayList<String>();
        phone.page().onRequest(request -> asked.add(request.url()));
        var proof = kept(phone, "[data-proof]");
        assertThat(asked).noneMatch(address -> address.startsWith("http"));
        var letter = kept(phone, "[data-parcel]");

        assertThat(asked).anyMatch(address -> address.endsWith("/sealed/receipt/parcel"));
        assertThat(proof.getFileName().toString()).isEqualTo("proof.txt");
        assertThat(Files.readString(proof))
                .startsWith("连心证明：")
                .contains("\"sha256\":\"" + digest(letter) + "\"")
                .doesNotContain(receipt);
        assertThat(phone.check().faults()).isEmpty();
        phone.photograph(Path.of("target", "journeys", "sealed-proof.png"));
    }

    private static Path kept(Walk walk, String button) throws IOException {
        var download =
                walk.page().waitForDownload(() -> walk.page().locator(button).click());
        var kept = Files.createTempDirectory("kept").resolve(download.suggestedFilename());
        download.saveAs(kept);
        return kept;
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
