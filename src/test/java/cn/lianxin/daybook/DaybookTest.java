package cn.lianxin.daybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.EnteringConcerns;
import cn.lianxin.concern.EnteringConcerns.Key;
import cn.lianxin.concern.ErasingOwn;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.Raised;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.transparency.TickingLog;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.platform.witness.TrialDay;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation of its own, for its days go on into the future. */
@ProductTest
@TestPropertySource(properties = "lianxin.address=https://daybook.mine.example")
class DaybookTest {

    private static final Actor NOBODY = new Actor.Visitor();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ErasingOwn erasing;

    @Autowired
    Attachments attachments;

    @Autowired
    List<KeptData> kept;

    @Autowired
    EnteringConcerns concerns;

    @Autowired
    Leaves leaves;

    @Autowired
    DaybookClock clock;

    @Autowired
    Days days;

    @Autowired
    Directory directory;

    @Autowired
    TickingLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @TempDir
    Path directoryOfProofs;

    Mine mine;

    /** At ten in the morning of a day on which nothing was said yet, with all before it closed. */
    @BeforeEach
    void a_new_day() {
        clock.look();
        var last = days.last().map(day -> day.plusDays(1)).orElse(today());
        var next = (last.isAfter(today()) ? last : today()).plusDays(1);
        TestClock.forward(Duration.between(
                TestClock.now(), next.atTime(10, 0).atZone(Screen.ZONE).toInstant()));
        clock.look();
        log.tick();
        mine = new Mine(village);
    }

    @AfterEach
    void today_again() {
        TestClock.reset();
    }

    @Test
    void whoever_filed_proves_every_word_of_it_and_of_the_answer_once_the_day_is_over() throws IOException {
        var number = raise(Reporter.Mode.NAMED, mine.worker).number();
        answer(number);
        assertThat(proof(number, mine.worker)).hasStatus(404);
        assertThat(text(page(number, mine.worker))).doesNotContain("/proof\"");
        var day = today();

        over();

        assertThat(text(page(number, mine.worker))).contains("/concerns/" + number + "/proof\"");
        assertThat(proof(number, mine.worker))
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"lianxin-proof-%s.txt\"; filename*=UTF-8''lianxin-proof-%s.txt"
                                .formatted(number, number));
        var file = text(proof(number, mine.worker));
        var ended = verify(file);
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said())
                .contains("澡堂晚班下来没热水", "11月28日前换好", "《澡堂管理办法》", number.toString(), day.toString())
                .contains(directory.unit(mine.district).name())
                .doesNotContain(directory.person(mine.worker.person()).name());
        assertThat(verify(file.replace("没热水", "有热水")).said()).contains("公开的内容和记账时不一样");
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void nobody_else_finds_a_proof_there() {
        var named = raise(Reporter.Mode.NAMED, mine.worker).number();
        var confidential = raise(Reporter.Mode.CONFIDENTIAL, mine.worker).number();
        var anonymous = raise(Reporter.Mode.ANONYMOUS, mine.worker);
        answer(named);
        over();

        var mate = new Actor.Member(village.worker(mine.crew), "工友", List.of());
        var another = new Actor.ReceiptHolder(
                raise(Reporter.Mode.ANONYMOUS, mate).receipt().digest());
        for (var number : List.of(named, confidential, anonymous.number())) {
            for (var other : List.of(
                    mate,
                    mine.handler,
                    mine.otherHandler,
                    mine.desk,
                    mine.leader,
                    mine.supervisor,
                    mine.stranger,
                    another)) {
                assertThat(proof(number, other)).as("%s by %s", number, other).hasStatus(404);
            }
            assertThat(proof(number, NOBODY).getResponse().getStatus()).isIn(302, 303, 401, 404);
        }
        assertThat(proof(named, mine.worker)).hasStatusOk();
        assertThat(proof(confidential, mine.worker)).hasStatusOk();
        assertThat(proof(anonymous.number(), mine.worker)).hasStatus(404);
        assertThat(proof(
                        anonymous.number(),
                        new Actor.ReceiptHolder(anonymous.receipt().digest())))
                .hasStatusOk();
    }

    @Test
    void a_receipt_leads_to_the_proof_and_who_held_it_stands_nowhere() throws IOException {
        var raised = raise(Reporter.Mode.ANONYMOUS, mine.worker);
        var holder = new Actor.ReceiptHolder(raised.receipt().digest());

        over();

        assertThat(text(page(raised.number(), holder))).contains("/proof\"");
        var file = text(proof(raised.number(), holder));
        assertThat(verify(file).code()).isZero();
        assertThat(file)
                .doesNotContain(raised.receipt().digits())
                .doesNotContain(raised.receipt().digest());
    }

    @Test
    void every_day_has_one_entry_also_one_on_which_nothing_was_said_and_none_tells_when_or_how_much() {
        raise(Reporter.Mode.NAMED, mine.worker);
        var first = today();
        over();
        over();
        clock.look();
        log.tick();

        for (var day : List.of(first, first.plusDays(1))) {
            assertThat(database.sql("""
                            select convert_from(manifest, 'UTF8') from transparency.entry
                            where kind = 'daybook.day' and subject = :subject and place is not null
                            """)
                            .param("subject", "day:" + day)
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .contains("\"at\":\"" + day + "T17:00:00Z\"")
                    .hasSize(lengthOfAnEntry());
        }
        assertThat(days.find(first).orElseThrow().size())
                .isEqualTo(days.find(first.plusDays(1)).orElseThrow().size());
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void an_entry_gets_its_place_only_at_its_hour() {
        var number = raise(Reporter.Mode.NAMED, mine.worker).number();
        TestClock.forward(Duration.ofHours(14).plusMinutes(5));
        clock.look();
        assertThat(days.last()).contains(today().minusDays(2));
        TestClock.forward(Duration.ofMinutes(10));
        clock.look();
        log.tick();

        assertThat(days.last()).contains(today().minusDays(1));
        assertThat(proof(number, mine.worker)).hasStatus(404);

        TestClock.forward(Duration.ofHours(1));
        log.tick();
        assertThat(proof(number, mine.worker)).hasStatusOk();
    }

    @Test
    void nodes_that_come_to_it_at_once_close_it_once_and_take_everything_down_once() throws Exception {
        var number = raise(Reporter.Mode.NAMED, mine.worker).number();
        many(number, 1_200);
        var day = today();
        TestClock.forward(Duration.ofDays(3));

        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var one : nodes.invokeAll(java.util.Collections.nCopies(4, Executors.callable(clock::look)))) {
                one.get();
            }
        }
        clock.look();
        log.tick();

        assertThat(days.last()).contains(today().minusDays(1));
        assertThat(leavesOf(day)).isEqualTo(1_201);
        assertThat(log.faults()).isEmpty();
        assertThat(proof(number, mine.worker)).hasStatusOk();
    }

    @Test
    void what_is_done_after_its_day_was_closed_goes_with_the_next_one() throws IOException {
        var number = raise(Reporter.Mode.NAMED, mine.worker).number();
        var day = today();
        asIfHeld(number, day.minusDays(1));

        over();

        assertThat(leavesOf(day)).isEqualTo(1);
        var ended = verify(text(proof(number, mine.worker)));
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("day: " + day, "at: " + day.minusDays(1));
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void who_has_his_words_erased_proves_nothing_any_more_and_all_others_still_do() throws IOException {
        var his = raise(Reporter.Mode.NAMED, mine.worker).number();
        raising.withdraw(his, "不用了", mine.worker);
        var mate = new Actor.Member(village.worker(mine.crew), "工友", List.of());
        var other = raise(Reporter.Mode.NAMED, mate).number();
        over();
        var before = text(proof(other, mate));

        erasing.erase(his, mine.worker.person());
        log.tick();

        assertThat(proof(his, mine.worker)).hasStatus(404);
        assertThat(saltsOf(his)).isZero();
        assertThat(saltsOf(other)).isEqualTo(1);
        assertThat(verify(text(proof(other, mate))).code()).isZero();
        assertThat(verify(before).code()).isZero();
        assertThat(log.faults()).isEmpty();
    }

    /** With every lock taken away, as whoever owns the database can. */
    @Test
    void a_filing_and_an_answer_that_are_altered_in_sql_are_found() {
        var number = raise(Reporter.Mode.CONFIDENTIAL, mine.worker).number();
        answer(number);
        over();
        assertThat(log.faults()).isEmpty();

        for (var altering : List.of(
                "update concern.concern set words = words || '吧' where number = :number",
                "update concern.concern set title = '没事' where number = :number",
                "update concern.concern set place = '三号澡堂' where number = :number",
                "update concern.concern set title = '', words = '', place = '' where number = :number",
                """
                update concern.step s set data = jsonb_set(s.data, '{reply,opinion}', '"明年再说"')
                from concern.concern c where c.id = s.concern and c.number = :number and s.kind = 'REPLIED'
                """,
                """
                update concern.step s set data = jsonb_set(s.data, '{deadlines,replyBy}', '"2027-05-01T00:00:00Z"')
                from concern.concern c where c.id = s.concern and c.number = :number and s.kind = 'FILED'
                """,
                """
                update concern.step s set data = jsonb_set(s.data, '{owner,unit,value}', '1')
                from concern.concern c where c.id = s.concern and c.number = :number and s.kind = 'ACKNOWLEDGED'
                """,
                """
                update concern.step s set data = '{"type": "Nothing"}'
                from concern.concern c where c.id = s.concern and c.number = :number and s.kind = 'REPLIED'
                """,
                """
                update concern.step s set at = s.at - interval '1 second'
                from concern.concern c where c.id = s.concern and c.number = :number and s.kind = 'FILED'
                """,
                """
                update daybook.leaf l set unit_name = '没有的区队'
                from concern.concern c where c.id = l.concern and c.number = :number
                """)) {
            assertThat(found(altering, number))
                    .as(altering)
                    .anySatisfy(fault ->
                            assertThat(fault).startsWith("FIELD_ALTERED: day:").contains(number.toString()));
        }
        assertThat(found("""
                delete from concern.step s using concern.concern c
                where c.id = s.concern and c.number = :number and s.kind = 'REPLIED'
                """, number)).anySatisfy(fault -> assertThat(fault).startsWith("FIELD_MISSING: day:"));
        assertThat(found("""
                update daybook.leaf l set salt = null from concern.concern c where c.id = l.concern and c.number = :number
                """, number))
                .anySatisfy(fault -> assertThat(fault).contains("its salt, and it was not erased"));
        for (var altering : List.of("""
                delete from daybook.leaf l using concern.concern c
                where c.id = l.concern and c.number = :number and l.step = 1
                """, """
                update daybook.leaf l set place = (l.place + 1) % 4096 from concern.concern c
                where c.id = l.concern and c.number = :number and l.step = 1
                """, """
                update daybook.day d set secret = overlay(secret placing 'AAAA' from 1) from daybook.leaf l
                join concern.concern c on c.id = l.concern where l.day = d.day and c.number = :number
                """)) {
            assertThat(found(altering, number))
                    .as(altering)
                    .anySatisfy(fault -> assertThat(fault).startsWith("ROOT_DIFFERS: the leaves of day:"));
        }
        assertThat(log.faults()).isEmpty();
    }

    /** What is kept is proved, which anybody can compare; not what the phone has, which tells where it was taken. */
    @Test
    void a_photo_is_proved_by_the_digest_of_what_his_page_hands_out() throws Exception {
        var sent = photo("工作面，小张的手机");
        var file = taken(sent, "澡堂.jpg");
        var number = raise(List.of(file, taken(photo(""), "管道.jpg"))).number();
        over();
        assertThat(text(page(number, mine.worker))).contains("照片");

        var kept = bytes(ask("/concerns/" + number + "/attachments/" + file, mine.worker));
        var proof = text(proof(number, mine.worker));

        assertThat(kept).isNotEqualTo(sent);
        assertThat(proof.lines().filter(line -> line.startsWith("file 1 ")))
                .singleElement()
                .asString()
                .endsWith(" " + digest(kept));
        assertThat(verify(proof).said()).contains("附件 1 · file 1: SHA-256 " + digest(kept), "file 2");
        assertThat(verify(proof, Files.write(directoryOfProofs.resolve("澡堂.jpg"), kept))
                        .said())
                .contains("就是附件 1");
        assertThat(verify(proof, Files.write(directoryOfProofs.resolve("原图.jpg"), sent))
                        .said())
                .contains("这个文件不是证明里的任何一个");
        assertThat(proof).doesNotContain("澡堂.jpg");
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void a_file_goes_alone_and_the_words_are_proved_as_before() throws Exception {
        var number = raise(List.of(taken(photo("一"), "1.jpg"))).number();
        var other = raise(List.of(taken(photo("二"), "2.jpg"))).number();
        raising.withdraw(number, "不用了", mine.worker);
        over();
        var before = text(proof(number, mine.worker));
        assertThat(saltsOfFiles(number)).isOne();

        transactions.executeWithoutResult(_ -> kept.stream()
                .filter(room ->
                        room.kind().equals("attachment") && room.erases().contains("concern.attachment"))
                .forEach(room -> room.erase(TestClock.now(), 500)));

        assertThat(saltsOfFiles(number)).isZero();
        assertThat(saltsOfFiles(other)).isOne();
        var ended = verify(text(proof(number, mine.worker)));
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("澡堂晚班下来没热水", "附件 1 · file 1: 当时收下了，这份证明里没有它");
        assertThat(verify(before).code()).isZero();
        assertThat(log.faults()).isEmpty();

        erasing.erase(number, mine.worker.person());
        assertThat(proof(number, mine.worker)).hasStatus(404);
        assertThat(log.faults()).isEmpty();
    }

    /** With every lock taken away, as whoever owns the database can. */
    @Test
    void a_file_that_is_altered_exchanged_removed_or_put_there_in_sql_is_found() {
        var number = raise(List.of(taken(photo("一"), "1.jpg"), taken(photo("二"), "2.jpg")))
                .number();
        var another = raise(List.of(taken(photo("三"), "3.jpg"))).number();
        over();
        assertThat(log.faults()).isEmpty();

        var first = """
                (select a.attachment from concern.attachment a join concern.concern c on c.id = a.concern
                 where c.number = :number order by a.place limit 1)
                """;
        var itsStep = "from concern.concern c where c.id = s.concern and c.number = :number and s.kind = 'FILED'";
        for (var altering : List.of(
                "update attachment.content set bytes = overlay(bytes placing '\\x00' from 30) where id = " + first,
                "update attachment.content set bytes = 'no'::bytea, size = 2 where id = " + first,
                """
                update attachment.content set (size, bytes) =
                    (select o.size, o.bytes from attachment.content o where o.sha256 <> attachment.content.sha256 limit 1)
                where id =""" + first)) {
            assertThat(found(altering, number))
                    .as(altering)
                    .containsExactly("FIELD_ALTERED: " + where(number) + ", file 1");
        }
        for (var altering : List.of(
                "delete from attachment.content where id = " + first,
                "delete from concern.attachment where attachment = " + first)) {
            assertThat(found(altering, number))
                    .as(altering)
                    .containsExactly("FIELD_MISSING: " + where(number) + ", file 1");
        }
        for (var altering : List.of(
                "update concern.step s set data = s.data #- '{attachments,1}' " + itsStep,
                "update concern.step s set data = jsonb_set(s.data, '{attachments,0}', s.data -> 'attachments' -> 1) "
                        + itsStep,
                "update concern.step s set data = jsonb_insert(s.data, '{attachments,0}', '\"%s\"') "
                                .formatted(UUID.randomUUID())
                        + itsStep)) {
            assertThat(found(altering, number))
                    .as(altering)
                    .contains("FIELD_ALTERED: " + where(number) + ", which files");
        }
        var ofIt = "from concern.concern c where c.id = f.concern and c.number = :number";
        assertThat(found("update daybook.file f set salt = null " + ofIt + " and f.place = 1", number))
                .containsExactly("FIELD_MISSING: " + where(number) + ", file 1: its salt, and it was not erased");
        for (var altering : List.of(
                "delete from daybook.file f using concern.concern c where c.id = f.concern and c.number = :number",
                "update daybook.file f set commitment = overlay(commitment placing 'AAAA' from 1) " + ofIt,
                "update daybook.leaf f set form = 1 " + ofIt)) {
            assertThat(found(altering, number)).as(altering).contains("FIELD_ALTERED: " + where(number));
        }
        assertThat(log.faults()).isEmpty();
        assertThat(saltsOfFiles(another)).isOne();
    }

    /** As days were written before files stood in them. */
    @Test
    void a_leaf_of_the_first_form_holds_as_before() throws IOException {
        var number = raise(List.of(taken(photo("一"), "1.jpg"))).number();
        var said = concerns.read(List.of(new Key(concerns.ofSpeaker(number, mine.worker), 1)))
                .getFirst();
        var salt = Salt.random();
        var name = directory.unit(said.unit()).name();
        transactions.executeWithoutResult(_ -> leaves.add(List.of(new Leaf(
                said.key(),
                today(),
                1,
                name,
                DayProof.commit(salt, Sheet.of(1, today(), said, name, List.of())),
                Optional.of(salt),
                Optional.empty(),
                List.of()))));

        over();

        var proof = text(proof(number, mine.worker));
        assertThat(verify(proof).code()).isZero();
        assertThat(proof).doesNotContain("\"form\"", "\nfile ", "sha256sum");
        assertThat(log.faults()).isEmpty();
        assertThat(found("update concern.concern set words = words || '吧' where number = :number", number))
                .containsExactly("FIELD_ALTERED: " + where(number));
    }

    @Test
    void a_filing_that_is_put_back_into_a_day_long_closed_is_found() {
        var early = today();
        over();
        over();
        over();
        over();
        var number = raise(Reporter.Mode.NAMED, mine.worker).number();

        transactions.executeWithoutResult(transaction -> {
            asIfHeld(number, early);
            assertThat(log.faults()).containsExactly("NOT_ENTERED: " + number + ", step 1");
            transaction.setRollbackOnly();
        });
        assertThat(log.faults()).isEmpty();
    }

    @Test
    void what_was_committed_to_is_changed_by_nobody() {
        var number = raise(List.of(taken(photo("一"), "1.jpg"))).number();
        over();

        for (var altering : List.of(
                "update daybook.leaf set commitment = reverse(commitment)",
                "update daybook.leaf set day = day - 1",
                "update daybook.leaf set salt = reverse(salt)",
                "update daybook.leaf set place = place + 5000",
                "delete from daybook.leaf",
                "update daybook.leaf set form = 1",
                "update daybook.file set file = gen_random_uuid()",
                "update daybook.file set salt = reverse(salt)",
                "delete from daybook.file",
                "update daybook.day set root = reverse(root)",
                "delete from daybook.day")) {
            assertThatThrownBy(() -> database.sql(altering).update())
                    .as(altering)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(proof(number, mine.worker)).hasStatusOk();
    }

    private Raised raise(Reporter.Mode mode, Actor by) {
        return raising.raise(Mine.concern("E4", mode), Mine.token(), by);
    }

    private Raised raise(List<UUID> files) {
        var without = Mine.concern("E4", Reporter.Mode.NAMED);
        return raising.raise(
                new NewConcern(
                        without.kind(),
                        without.matter(),
                        without.title(),
                        without.words(),
                        without.place(),
                        without.mode(),
                        without.unit(),
                        without.onBehalfOf(),
                        without.channel(),
                        files),
                Mine.token(),
                mine.worker);
    }

    private UUID taken(byte[] bytes, String name) {
        return attachments
                .take(new ByteArrayInputStream(bytes), name, mine.worker)
                .id()
                .value();
    }

    /** With a remark of the phone's in it. */
    private static byte[] photo(String remark) {
        try {
            var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            var pen = picture.createGraphics();
            pen.setColor(new Color(remark.hashCode() * 7_919));
            pen.fillRect(0, 0, 40, 30);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", bytes);
            var plain = bytes.toByteArray();
            var words = remark.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(plain.length + words.length + 4)
                    .put(plain, 0, 2)
                    .putShort((short) 0xfffe)
                    .putShort((short) (words.length + 2))
                    .put(words)
                    .put(plain, 2, plain.length - 2)
                    .array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Hash.sha256(bytes));
    }

    private String where(ConcernNumber number) {
        return "day:" + days.last().orElseThrow() + ", " + number + ", step 1";
    }

    private int saltsOfFiles(ConcernNumber number) {
        return database.sql("""
                        select count(f.salt) from daybook.file f join concern.concern c on c.id = f.concern
                        where c.number = :number
                        """)
                .param("number", number.toString())
                .query(Integer.class)
                .single();
    }

    private void answer(ConcernNumber number) {
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
    }

    /** Copies of it that were filed at the same moment. */
    private void many(ConcernNumber number, int how) {
        database.sql("""
                insert into concern.concern
                select (jsonb_populate_record(c, jsonb_build_object('id', -g, 'number', 'copy-' || g, 'over', true, 'state', 'WITHDRAWN'))).*
                from concern.concern c, generate_series(1, :how) g where c.number = :number
                """).param("number", number.toString()).param("how", how).update();
        database.sql("""
                insert into concern.step
                select (jsonb_populate_record(s, jsonb_build_object('concern', -g))).*
                from concern.concern c join concern.step s on s.concern = c.id, generate_series(1, :how) g where c.number = :number
                """).param("number", number.toString()).param("how", how).update();
    }

    /** Filed at noon of another day, as a transaction that took so long would have it. */
    private void asIfHeld(ConcernNumber number, LocalDate day) {
        transactions.executeWithoutResult(_ -> {
            database.sql("alter table concern.step disable trigger user").update();
            database.sql("""
                    update concern.step s set at = :at from concern.concern c where c.id = s.concern and c.number = :number
                    """)
                    .param("number", number.toString())
                    .param("at", day.atTime(12, 0).atZone(Screen.ZONE).toOffsetDateTime())
                    .update();
            database.sql("alter table concern.step enable trigger user").update();
        });
    }

    private List<String> found(String altering, ConcernNumber number) {
        return transactions.execute(transaction -> {
            for (var table :
                    List.of("concern.concern", "concern.step", "daybook.leaf", "daybook.file", "daybook.day")) {
                database.sql("alter table " + table + " disable trigger user").update();
            }
            assertThat(database.sql(altering).param("number", number.toString()).update())
                    .as(altering)
                    .isPositive();
            var faults = log.faults();
            transaction.setRollbackOnly();
            return faults;
        });
    }

    private int leavesOf(LocalDate day) {
        return database.sql("select count(*) from daybook.leaf where day = :day and place is not null")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private int saltsOf(ConcernNumber number) {
        return database.sql("""
                        select count(l.salt) from daybook.leaf l join concern.concern c on c.id = l.concern
                        where c.number = :number
                        """)
                .param("number", number.toString())
                .query(Integer.class)
                .single();
    }

    private int lengthOfAnEntry() {
        return database.sql("select min(length(manifest)) from transparency.entry where kind = 'daybook.day'")
                .query(Integer.class)
                .single();
    }

    /** Ten o'clock of the next day. */
    private void over() {
        TestClock.forward(Duration.ofDays(1));
        clock.look();
        log.tick();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
    }

    private TrialDay.Ended verify(String file) throws IOException {
        return TrialDay.verify(Files.writeString(directoryOfProofs.resolve("proof.txt"), file), "--key=" + key());
    }

    private TrialDay.Ended verify(String file, Path attachment) throws IOException {
        return TrialDay.verify(
                Files.writeString(directoryOfProofs.resolve("proof.txt"), file),
                "--key=" + key(),
                "--attachment=" + attachment);
    }

    private String key() {
        return text(ask("/log/key", NOBODY)).strip();
    }

    private MvcTestResult proof(ConcernNumber number, Actor by) {
        return ask("/concerns/" + number + "/proof", by);
    }

    private MvcTestResult page(ConcernNumber number, Actor by) {
        return ask("/concerns/" + number, by);
    }

    private MvcTestResult ask(String address, Actor by) {
        var call = MockMvcRequestBuilders.get(address);
        return mvc.perform(by instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(by)));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
