package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody comes for the first time, reads what is kept of him, and takes all of it with him. */
@JourneyTest
class PrivacyJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    JdbcClient database;

    @Test
    void he_reads_it_once_sees_what_is_his_and_takes_a_copy(Devices devices) throws Exception {
        var colliery = collieries.found();
        database.sql("delete from privacy.confirmation where person = :person")
                .param("person", colliery.worker().id().value())
                .update();
        var worker = devices.phone();
        worker.open("/sign-in")
                .write("sign-in.number", colliery.worker().number())
                .write("sign-in.password", Colliery.PASSWORD)
                .press("sign-in.go")
                .sees("statement.title");
        worker.open("/concerns").sees("statement.title");
        worker.press("statement.go");
        assertThat(worker.page().url()).endsWith("/concerns");

        worker.open("/me").press("own-data.title").sees("own-data.kept");
        worker.write("own-data.password", Colliery.PASSWORD);
        var download = worker.page()
                .waitForDownload(() -> worker.page()
                        .getByText(worker.say("own-data.copy.go"), new Page.GetByTextOptions().setExact(true))
                        .click());
        var file = Files.createTempFile(Path.of("target"), "copy", ".zip");
        download.saveAs(file);

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("data.json")).isNotNull();
            assertThat(new String(zip.getInputStream(zip.getEntry("data.json")).readAllBytes()))
                    .contains(colliery.worker().number());
        } finally {
            Files.delete(file);
        }
        worker.open("/retention").sees("retention.title");
    }
}
