package cn.lianxin.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.audit.AuditTrail;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who reads something protected carries his mark over it; who may search learns whose a screenshot was. */
@ProductTest
class WatermarkTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Watermarks watermarks;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient sql;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void a_protected_page_carries_the_mark_of_its_reader_and_no_word_of_it() {
        var number = raised("E4", Reporter.Mode.CONFIDENTIAL);

        var page = text(get("/concerns/" + number, mine.handler));

        var mark = watermarks.get(WatermarkTrial.markOf(page).orElseThrow()).orElseThrow();
        assertThat(mark.reader()).isEqualTo("person:" + mine.handler.person().value());
        var main = Jsoup.parse(page).select("main").text();
        assertThat(main).doesNotContain(mark.tail() + " ").doesNotContainPattern("[\u200B-\u200F\u2060-\u206F\uFEFF]");
        assertThat(Jsoup.parse(page).select(".watermark").text()).isEmpty();
        assertThat(Jsoup.parse(page).select(".watermark[aria-hidden=true]")).hasSize(1);
    }

    @Test
    void lists_with_something_protected_carry_it_too_and_other_pages_do_not() {
        var named = raised("E4", Reporter.Mode.NAMED);
        assertThat(WatermarkTrial.markOf(text(get("/concerns/" + named, mine.handler))))
                .isEmpty();
        assertThat(WatermarkTrial.markOf(text(get("/desk/open", mine.desk)))).isEmpty();

        var confidential = raised("E4", Reporter.Mode.CONFIDENTIAL);

        var list = text(get("/desk/open", mine.desk));
        assertThat(list).contains(confidential.toString());
        assertThat(WatermarkTrial.markOf(list)).isPresent();
        assertThat(WatermarkTrial.markOf(text(get("/concerns/" + confidential, mine.worker))))
                .isEmpty();
        assertThat(WatermarkTrial.markOf(text(get("/sealed-letters", mine.supervisor))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.css", "words.svg", "words-dark.svg", "grain.png", "grain-dark.png"})
    void a_mark_is_drawn_for_its_bearer_alone_and_kept_nowhere(String part) {
        var page = text(get("/concerns/" + raised("E4", Reporter.Mode.CONFIDENTIAL), mine.handler));
        var address = "/watermarks/" + WatermarkTrial.markOf(page).orElseThrow() + "/" + part;

        var own = get(address, mine.handler);

        assertThat(own).hasStatusOk();
        assertThat(own.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(get(address, mine.supervisor)).hasStatus(404);
        assertThat(mvc.get()
                        .uri(address)
                        .with(SignedIn.asNobody())
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isIn(302, 303, 404);
    }

    @Test
    void the_eye_reads_who_and_when_and_nothing_typed_becomes_markup() {
        var bearer = new Watermarks.Bearer("person:1", "王<b>&强", "综采一队", "采煤机司机", "0123");
        var mark = watermarks.of(bearer);

        var svg = Stamp.svg(mark, java.time.Instant.parse("2026-11-29T09:40:00Z"), false);

        assertThat(svg)
                .contains("王&lt;b&gt;&amp;强 综采一队 采煤机司机 …0123", "2026-11-29 17:40")
                .doesNotContain("<b>");
        assertThat(watermarks.of(bearer)).isEqualTo(mark);
    }

    @Test
    void a_supervisor_learns_whose_page_a_screenshot_shows_and_that_is_written_down() throws IOException {
        var page = text(get("/concerns/" + raised("E4", Reporter.Mode.CONFIDENTIAL), mine.handler));
        long mark = WatermarkTrial.markOf(page).orElseThrow();
        var grain = get("/watermarks/" + mark + "/grain.png", mine.handler)
                .getResponse()
                .getContentAsByteArray();

        var answer = text(search(screenshot(grain), mine.supervisor));

        assertThat(Jsoup.parse(answer).select("h2").eachText()).contains(mine.handler.name());
        assertThat(audit.of("watermark:" + mark, Optional.empty(), mine.supervisor)
                        .rows())
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("watermark.searched"));
    }

    @Test
    void nobody_is_named_where_nothing_is_found_and_that_is_written_down_as_well() throws IOException {
        var before = searches();

        var answer = text(search(screenshot(new byte[0]), mine.supervisor));

        assertThat(answer).contains("没有认出来");
        assertThat(searches()).isEqualTo(before + 1);
    }

    @Test
    void bombs_and_what_is_no_picture_are_refused_with_a_sentence() throws IOException {
        assertThat(text(search(bomb(), mine.supervisor))).contains("这张图太大");
        assertThat(text(search("<svg/>".getBytes(StandardCharsets.UTF_8), mine.supervisor)))
                .contains("这张图打不开");
        assertThat(text(search(new byte[0], mine.supervisor))).contains("还没有选截图");
        assertThat(search(bomb(), mine.supervisor)).hasStatus(422);
    }

    @Test
    void who_does_not_supervise_finds_no_such_page() throws IOException {
        for (var other : java.util.List.of(mine.handler, mine.desk, mine.leader, mine.worker)) {
            assertThat(get("/watermarks", other)).hasStatus(404);
            assertThat(search(screenshot(new byte[0]), other)).hasStatus(404);
        }
    }

    @Test
    void whose_mark_it_was_is_never_changed() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> sql.sql("update watermark.given set name = 'x'").update()))
                .hasMessageContaining("not changed");
    }

    private long searches() {
        return sql.sql("select count(*) from audit.entry where action = 'watermark.searched'")
                .query(Long.class)
                .single();
    }

    private ConcernNumber raised(String matter, Reporter.Mode mode) {
        var number = raising.raise(Mine.concern(matter, mode), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, matter, mine.district, Set.of(), "", mine.desk);
        return number;
    }

    private MvcTestResult get(String address, Actor by) {
        return mvc.get().uri(address).with(SignedIn.as(by)).exchange();
    }

    private MvcTestResult search(byte[] picture, Actor by) {
        return mvc.post()
                .uri("/watermarks")
                .multipart()
                .file(new MockMultipartFile("picture", "截图.png", "image/png", picture))
                .with(SignedIn.as(by))
                .exchange();
    }

    private static byte[] screenshot(byte[] grain) throws IOException {
        var picture = new BufferedImage(420, 380, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(new Color(0xFBFAF7));
        canvas.fillRect(0, 0, 420, 380);
        if (grain.length > 0) {
            var tile = ImageIO.read(new ByteArrayInputStream(grain));
            for (int place = 0; place < 4; place++) {
                canvas.drawImage(tile, -100 + place % 2 * Grain.EDGE, -60 + place / 2 * Grain.EDGE, null);
            }
        }
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /** A head that promises more than a thousand million pixels. */
    private static byte[] bomb() throws IOException {
        var bytes = screenshot(new byte[0]);
        ByteBuffer.wrap(bytes).putInt(16, 40_000).putInt(20, 40_000);
        var sum = new CRC32();
        sum.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) sum.getValue());
        return bytes;
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
