package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.daybook.TickingDays;
import cn.lianxin.platform.transparency.Ticking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever sent a sealed report keeps the proof of it on his device, and nobody learns that he does. */
@JourneyTest
class SealedProofJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void days_later_he_keeps_proof_and_letter_and_only_the_letter_is_asked_for(Devices devices) throws Exception {
        var colliery = collieries.found();
        SealedPages.of(devices.desktop().signIn(colliery.administrator()), devices)
                .ceremony();
        SealedPages.of(devices.desktop().signIn(colliery.supervisor()), devices).makeKey();
        var phone = devices.phone();
        var sender = SealedPages.of(phone, devices)
                .write(colliery.mineName(), colliery.supervisor().name(), "队长吃空饷，三个月了");
        var receipt = sender.send();
        sender.comeBack(receipt);
        assertThat(phone.page().locator("[data-proof]").count()).isZero();

        asIfSentTheDayBeforeYesterday();
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

    /** The product of the journeys goes by the clock on the wall. */
    private void asIfSentTheDayBeforeYesterday() {
        transactions.executeWithoutResult(_ -> {
            database.sql("alter table sealed.report disable trigger user").update();
            database.sql("update sealed.report set filed_at = filed_at - interval '2 days'")
                    .update();
            database.sql("alter table sealed.report enable trigger user").update();
            database.sql("insert into daybook.beginning (day) select (max(filed_at) at time zone 'Asia/Shanghai')::date"
                            + " from sealed.report")
                    .update();
        });
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
