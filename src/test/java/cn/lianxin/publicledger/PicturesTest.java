package cn.lianxin.publicledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.transparency.TickingLog;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pictures beside the words, from the consent to the day when they are gone. */
@ProductTest
class PicturesTest {

    private static final Actor NOBODY = Telling.NOBODY;
    private static final String[] FACE = {
        "left", "25", "top", "25", "width", "50", "height", "50", "covers", "FACE", "alternative", "空着的澡堂，龙头前站着一个人"
    };

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Attachments attachments;

    @Autowired
    Directory directory;

    @Autowired
    TickingLog log;

    @Autowired
    JdbcClient database;

    private final String word = Telling.word();

    Mine mine;
    Telling telling;
    UUID photo;

    @BeforeEach
    void own_mine() {
        mine = new Mine(village);
        telling = new Telling(mvc, raising, handling, mine);
        photo = taken();
    }

    @Test
    void with_consent_boxes_and_two_approvals_everybody_sees_it_until_it_is_taken_back() {
        var number = telling.photographed(Reporter.Mode.NAMED, mine.worker, photo);
        assertThat(Telling.text(telling.get(telling.consent(number), mine.worker)))
                .contains("name=\"pictures\"");
        telling.post(telling.consent(number) + "/consent", mine.worker, "pictures", "yes");
        assertThat(Telling.text(telling.get(telling.consent(number) + "/proposal", mine.desk)))
                .contains("name=\"pictures\"");
        assertThat(Telling.location(telling.propose(number, "澡堂有没有热水？" + word, "pictures", "yes")))
                .isEqualTo(pictures(number));
        var entry = entryOf(number);
        var waiting = "/public-ledger/waiting/" + entry;
        assertThat(telling.post(waiting + "/approval", mine.mineLeader)).hasStatus(409);

        var editor = pictures(number) + "/" + photo;
        assertThat(Telling.text(telling.get(editor, mine.desk))).contains("data-boxes", "name=\"left\"");
        assertThat(telling.post(editor, mine.desk, FACE)).hasStatus(303);
        assertThat(Telling.text(telling.get(editor, mine.desk))).contains("/painted?", "value=\"25\"", "空着的澡堂");
        assertThat(telling.post(pictures(number) + "/closing", mine.desk)).hasStatus(303);

        var decided = telling.get(waiting, mine.mineLeader);
        assertThat(Telling.text(decided)).contains(waiting + "/pictures/1", "空着的澡堂");
        var before = bytes(telling.get(waiting + "/pictures/1", mine.mineLeader));
        approve(waiting, mine.mineLeader);
        assertThat(bytes(telling.get(waiting + "/pictures/1", mine.supervisor))).isEqualTo(before);
        assertThat(telling.get("/public-ledger/" + entry + "/pictures/1", NOBODY))
                .hasStatus(404);
        approve(waiting, mine.supervisor);

        var page = telling.get("/public-ledger/" + entry, NOBODY);
        assertThat(Telling.text(page)).contains("/public-ledger/" + entry + "/pictures/1", "空着的澡堂", "脸");
        assertThat(telling.board()).contains("照片 1 张");
        var shown = telling.get("/public-ledger/" + entry + "/pictures/1", NOBODY);
        assertThat(shown).hasStatusOk().hasHeader("Content-Type", "image/jpeg").hasHeader("Cache-Control", "no-store");
        assertThat(bytes(shown)).isEqualTo(before).isNotEqualTo(original());
        var seen = decoded(bytes(shown));
        assertThat(new Color(seen.getRGB(seen.getWidth() / 2, seen.getHeight() / 2)))
                .isEqualTo(Color.BLACK);
        assertThat(new Color(seen.getRGB(5, 5)).getRed()).isGreaterThan(200);
        log.tick();
        assertThat(ours(log.faults())).isEmpty();
        assertThat(salted(entry)).isTrue();

        telling.post(telling.consent(number) + "/taking-back", mine.worker);

        var gone = telling.get("/public-ledger/" + entry + "/pictures/1", NOBODY);
        assertThat(gone).hasStatus(410);
        assertThat(Telling.text(gone)).contains("已经撤下");
        assertThat(telling.get("/public-ledger/" + entry, NOBODY)).hasStatus(410);
        assertThat(kept(entry)).isZero();
        assertThat(database.sql("""
                        select count(*) from publicledger.picture
                        where entry = :entry and (photo is not null or alternative_text is not null or cardinality(boxes) > 0)
                        """).param("entry", entry).query(Long.class).single())
                .isZero();
        log.tick();
        assertThat(salted(entry)).isFalse();
        assertThat(ours(log.faults())).isEmpty();
        assertThat(original()).as("the photo stays with its concern").isNotEmpty();
    }

    @Test
    void whoever_agreed_to_words_alone_has_no_picture_shown() {
        var number = telling.photographed(Reporter.Mode.NAMED, mine.worker, photo);
        telling.agree(number, mine.worker);

        assertThat(Telling.text(telling.get(telling.consent(number) + "/proposal", mine.desk)))
                .doesNotContain("name=\"pictures\"")
                .contains("没同意放照片");
        assertThat(Telling.location(telling.propose(number, "有没有热水？" + word, "pictures", "yes")))
                .startsWith("/public-ledger/waiting/");
        assertThat(telling.get(pictures(number), mine.desk)).hasStatus(404);
        assertThat(telling.post(pictures(number) + "/opening", mine.desk)).hasStatus(404);
        assertThat(telling.post(pictures(number) + "/" + photo, mine.desk, FACE))
                .hasStatus(404);
        var waiting = "/public-ledger/waiting/" + entryOf(number);
        approve(waiting, mine.mineLeader);

        telling.post(telling.consent(number) + "/consent", mine.worker, "pictures", "yes");
        assertThat(telling.get(pictures(number), mine.desk)).hasStatusOk();
    }

    @Test
    void the_first_words_of_the_consent_cover_no_picture() {
        var number = telling.photographed(Reporter.Mode.NAMED, mine.worker, photo);
        telling.agree(number, mine.worker);
        var concern = "where concern = (select id from concern.concern where number = '" + number + "')";

        assertThat(database.sql("select wording from publicledger.consent " + concern)
                        .query(Integer.class)
                        .single())
                .isEqualTo(Consents.WORDING);
        assertThatThrownBy(() -> database.sql("update publicledger.consent set wording = 1, pictures = true " + concern)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void of_whoever_spoke_in_confidence_no_photo_is_offered() {
        var number = telling.photographed(Reporter.Mode.CONFIDENTIAL, mine.worker, photo);

        assertThat(Telling.text(telling.get(telling.consent(number), mine.worker)))
                .doesNotContain("name=\"pictures\"");
        telling.post(telling.consent(number) + "/consent", mine.worker, "pictures", "yes");
        telling.propose(number, "有没有热水？" + word, "pictures", "yes");
        assertThat(telling.get(pictures(number), mine.desk)).hasStatus(404);
    }

    @Test
    void changing_a_box_makes_void_what_was_approved_and_nobody_approves_what_he_has_not_seen() {
        var number = picturing();
        var waiting = "/public-ledger/waiting/" + entryOf(number);
        telling.post(pictures(number) + "/" + photo, mine.desk, FACE);
        assertThat(telling.post(waiting + "/approval", mine.mineLeader)).hasStatus(409);
        telling.post(pictures(number) + "/closing", mine.desk);
        var stale = seen(waiting, mine.supervisor);
        approve(waiting, mine.mineLeader);
        assertThat(telling.post(pictures(number) + "/" + photo, mine.desk, FACE))
                .as("a picture that is being decided about is not changed")
                .hasStatus(409);

        telling.post(pictures(number) + "/opening", mine.desk);
        assertThat(state(number)).isEqualTo("PROPOSED");
        telling.post(
                pictures(number) + "/" + photo,
                mine.desk,
                "left",
                "10",
                "top",
                "10",
                "width",
                "10",
                "height",
                "10",
                "covers",
                "FACE",
                "alternative",
                "澡堂");
        assertThat(telling.post(waiting + "/approval", mine.supervisor, "seen", stale))
                .hasStatus(409);
        telling.post(pictures(number) + "/closing", mine.desk);
        assertThat(telling.post(waiting + "/approval", mine.supervisor, "seen", stale))
                .hasStatus(409);
        assertThat(telling.post(waiting + "/approval", mine.supervisor)).hasStatus(409);
        approve(waiting, mine.supervisor);
        assertThat(state(number)).isEqualTo("APPROVED_ONCE");
        approve(waiting, mine.mineLeader);
        assertThat(state(number)).isEqualTo("PUBLIC");
        assertThat(telling.post(pictures(number) + "/opening", mine.desk)).hasStatus(404);
    }

    @Test
    void what_is_wrong_with_a_form_is_said_and_what_was_typed_stays() {
        var number = picturing();
        var editor = pictures(number) + "/" + photo;

        assertSaid(telling.post(editor, mine.desk, "alternative", "澡堂"), "一个框也没画");
        assertSaid(telling.post(editor, mine.desk, "nobody", "yes"), "id=\"alternative-error\"");
        assertSaid(
                telling.post(
                        editor,
                        mine.desk,
                        "nobody",
                        "yes",
                        "alternative",
                        directory.person(mine.worker.person()).name() + "站在澡堂里"),
                "看得出是谁");
        assertSaid(box(editor, "95", "10", "10", "10"), "第 1 个框伸到照片外头去了", "value=\"95\"");
        assertSaid(box(editor, "10", "10", "0", "10"), "第 1 个框没有宽");
        assertSaid(box(editor, "一", "10", "5", "10"), "第 1 个框要填四个数");
        assertSaid(box(editor, "10", "", "5", "10"), "第 1 个框要填四个数");
        var many = new java.util.ArrayList<>(List.of("alternative", "澡堂"));
        for (var place = 0; place < 13; place++) {
            many.addAll(List.of("left", "1", "top", "1", "width", "5", "height", "5", "covers", "FACE"));
        }
        assertSaid(telling.post(editor, mine.desk, many.toArray(String[]::new)), "最多 12 个框");
        assertThat(kept(entryOf(number))).isZero();

        assertThat(telling.post(editor, mine.desk, "nobody", "yes", "alternative", "空澡堂"))
                .hasStatus(303);
        assertThat(kept(entryOf(number))).isEqualTo(1);
        assertThat(telling.post(editor + "/removal", mine.desk)).hasStatus(303);
        assertThat(kept(entryOf(number))).isZero();
    }

    @Test
    void nobody_but_whoever_proposed_it_gets_the_photo_by_it() {
        var number = picturing();
        var editor = pictures(number) + "/" + photo;
        telling.post(editor, mine.desk, FACE);
        var entry = entryOf(number);
        var second = new Actor.Member(
                village.holder(Role.DESK_OFFICER, mine.mine), "台", List.of(new Grant(Role.DESK_OFFICER, mine.mine)));
        var others = List.of(
                mine.worker,
                mine.handler,
                mine.otherHandler,
                mine.leader,
                mine.mineLeader,
                mine.supervisor,
                mine.stranger,
                second);

        for (var other : others) {
            for (var address : List.of(pictures(number), editor, editor + "/upright", editor + "/painted")) {
                assertThat(telling.get(address, other)).as(address).hasStatus(404);
            }
            for (var address : List.of(editor, editor + "/removal", pictures(number) + "/opening")) {
                assertThat(telling.post(address, other, FACE)).as(address).hasStatus(404);
            }
        }
        for (var other : List.of(mine.worker, mine.handler, mine.otherHandler, mine.stranger)) {
            assertThat(telling.get("/public-ledger/waiting/" + entry + "/pictures/1", other))
                    .hasStatus(404);
        }
        assertThat(telling.get("/public-ledger/" + entry + "/pictures/1", NOBODY))
                .hasStatus(404);
        var elsewhere = taken();
        assertThat(telling.get(pictures(number) + "/" + elsewhere + "/upright", mine.desk))
                .as("a file of another case")
                .hasStatus(404);
        assertThat(decoded(bytes(telling.get(editor + "/upright", mine.desk))).getWidth())
                .isEqualTo(320);
    }

    @Test
    void declined_or_taken_back_while_it_waits_it_leaves_no_picture() {
        var declined = picturing();
        telling.post(pictures(declined) + "/" + photo, mine.desk, FACE);
        telling.post(pictures(declined) + "/closing", mine.desk);
        var entry = entryOf(declined);

        telling.post("/public-ledger/waiting/" + entry + "/refusal", mine.supervisor, "why", "IDENTIFIES");

        assertThat(database.sql("select count(*) from publicledger.picture where entry = :entry")
                        .param("entry", entry)
                        .query(Long.class)
                        .single())
                .isZero();

        photo = taken();
        var back = picturing();
        telling.post(pictures(back) + "/" + photo, mine.desk, FACE);
        var other = entryOf(back);
        telling.post(telling.consent(back) + "/taking-back", mine.worker);
        assertThat(database.sql("select count(*) from publicledger.picture where entry = :entry")
                        .param("entry", other)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_database_refuses_to_change_a_picture_that_somebody_decides_about() {
        var number = picturing();
        telling.post(pictures(number) + "/" + photo, mine.desk, FACE);
        var entry = entryOf(number);
        assertThatThrownBy(() -> run("update publicledger.picture set bytes = '\\x00' where entry = :entry", entry))
                .as("with a digest of something else")
                .isInstanceOf(DataAccessException.class);
        telling.post(pictures(number) + "/closing", mine.desk);

        for (var change : List.of(
                "update publicledger.picture set alternative_text = 'x' where entry = :entry",
                "update publicledger.picture set bytes = '\\x00', sha256 = encode(sha256('\\x00'), 'hex') where entry = :entry",
                "update publicledger.picture set place = 2 where entry = :entry",
                "delete from publicledger.picture where entry = :entry",
                "insert into publicledger.picture select entry, 2, gen_random_uuid(), bytes, sha256, width, height, 'x', boxes, covers,"
                        + " nobody from publicledger.picture where entry = :entry")) {
            assertThatThrownBy(() -> run(change, entry)).as(change).isInstanceOf(DataAccessException.class);
        }
        approve("/public-ledger/waiting/" + entry, mine.mineLeader);
        assertThatThrownBy(() -> run("update publicledger.entry set picturing = true where number = :entry", entry))
                .isInstanceOf(DataAccessException.class);
    }

    private void run(String change, long entry) {
        database.sql(change).param("entry", entry).update();
    }

    private MvcTestResult box(String editor, String left, String top, String width, String height) {
        return telling.post(
                editor,
                mine.desk,
                "left",
                left,
                "top",
                top,
                "width",
                width,
                "height",
                height,
                "covers",
                "FACE",
                "alternative",
                "澡堂");
    }

    private static void assertSaid(MvcTestResult answer, String... words) {
        assertThat(answer).hasStatus(422);
        assertThat(Telling.text(answer)).contains(words);
    }

    /** Agreed to, proposed, and pictures are being chosen. */
    private ConcernNumber picturing() {
        var number = telling.photographed(Reporter.Mode.NAMED, mine.worker, photo);
        telling.post(telling.consent(number) + "/consent", mine.worker, "pictures", "yes");
        telling.propose(number, "澡堂有没有热水？" + word, "pictures", "yes");
        return number;
    }

    private void approve(String waiting, Actor.Member by) {
        assertThat(telling.post(waiting + "/approval", by, "seen", seen(waiting, by)))
                .hasStatus(303);
    }

    private String seen(String waiting, Actor.Member by) {
        var page = Telling.text(telling.get(waiting, by));
        var found = java.util.regex.Pattern.compile("name=\"seen\" value=\"([0-9a-f]*)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String pictures(ConcernNumber number) {
        return telling.consent(number) + "/pictures";
    }

    private long entryOf(ConcernNumber number) {
        return database.sql("""
                select max(e.number) from publicledger.entry e join concern.concern c on c.id = e.concern where c.number = :number
                """)
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private String state(ConcernNumber number) {
        return database.sql("select state from publicledger.entry where number = :entry")
                .param("entry", entryOf(number))
                .query(String.class)
                .single();
    }

    private long kept(long entry) {
        return database.sql("select count(*) from publicledger.picture where entry = :entry and bytes is not null")
                .param("entry", entry)
                .query(Long.class)
                .single();
    }

    private boolean salted(long entry) {
        return database.sql("""
                select salts is not null from transparency.entry where kind = 'publicledger.picture' and subject = :subject
                """)
                .param("subject", "public-concern-picture:" + entry + ":1")
                .query(Boolean.class)
                .single();
    }

    private static List<String> ours(List<String> faults) {
        return faults.stream().filter(fault -> fault.contains("public-concern")).toList();
    }

    private byte[] original() {
        return attachments
                .get(new cn.lianxin.platform.attachment.AttachmentId(photo))
                .bytes();
    }

    /** All white, and of its own. */
    private UUID taken() {
        try {
            var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            var canvas = picture.createGraphics();
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, 320, 240);
            canvas.dispose();
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", bytes);
            return attachments
                    .take(new ByteArrayInputStream(bytes.toByteArray()), "IMG_1.jpg", mine.worker)
                    .id()
                    .value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
