package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.Recordings;
import cn.lianxin.platform.attachment.StoredAttachment;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Grade;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class TranscriptTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Transcribing transcribing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ConcernLists lists;

    @Autowired
    Attachments attachments;

    @Autowired
    Village village;

    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
    }

    @Test
    void a_recording_alone_is_a_concern_and_lists_say_how_long_it_is() {
        var number = raise(record(38));

        assertThat(reading.open(number, Door.PAGE, mine.worker).title()).isEqualTo("语音 38 秒");
        assertThat(titleInTheListOf(mine.worker, number)).isEqualTo("语音 38 秒");
        assertThat(reading.open(number, Door.PAGE, mine.desk).words()).isEmpty();
    }

    @Test
    void several_recordings_are_counted() {
        assertThat(reading.open(raise(record(38), record(37)), Door.PAGE, mine.worker)
                        .title())
                .isEqualTo("语音 2 段，共 1 分 15 秒");
    }

    @Test
    void neither_words_nor_a_recording_is_nothing() {
        assertThatThrownBy(() -> raise()).isInstanceOfSatisfying(Refusal.Violation.class, violation -> {
            assertThat(violation.field()).isEqualTo("text");
            assertThat(violation.code()).isEqualTo("words-required");
        });
    }

    @Test
    void talk_raising_again_and_asking_for_a_review_may_be_spoken() {
        var number = raise(record(5));
        raising.say(number, "", List.of(record(4)), mine.worker);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.askForMore(number, "哪个澡堂？", mine.handler);
        raising.giveMore(number, "", List.of(record(3)), mine.worker);
        handling.reply(number, Mine.reply(), mine.handler);
        raising.raiseAgain(number, "", List.of(record(2)), mine.worker);
        handling.assign(number, mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
        raising.askReview(number, "", List.of(record(6)), mine.worker);

        var talk = reading.open(number, Door.PAGE, mine.worker).talk();
        assertThat(talk.stream().flatMap(line -> line.attachments().stream()).map(file -> file.seconds()))
                .containsExactly(4L, 3L, 2L, 6L);
        assertThatThrownBy(() -> raising.say(number, " ", List.of(), mine.worker))
                .isInstanceOf(Refusal.Violation.class);
    }

    @Test
    void a_clerk_writes_it_down_the_worker_reads_it_and_it_is_found_by_its_words() {
        var recording = record(12);
        var number = raise(recording);

        transcribing.write(number, recording, "二号澡堂的换热器漏水\n连着三天", mine.desk);

        var transcript = transcript(number, recording, mine.worker);
        assertThat(transcript.state()).isEqualTo(TranscriptState.WRITTEN);
        assertThat(transcript.standing().text()).startsWith("二号澡堂的换热器漏水");
        assertThat(transcript.standing().by()).isNotEmpty();
        assertThat(titleInTheListOf(mine.worker, number)).isEqualTo("语音 12 秒：二号澡堂的换热器漏水");
        assertThat(reading.open(number, Door.PAGE, mine.desk).title()).isEqualTo("语音 12 秒：二号澡堂的换热器漏水");
        assertThat(lists.search("换热器漏水", ConcernFilter.none(), Optional.empty(), Door.SEARCH, mine.desk)
                        .rows())
                .extracting(ConcernRow::number)
                .containsExactly(number.toString());
    }

    @Test
    void a_dispute_stands_at_the_desk_until_it_is_written_anew_and_no_version_is_lost() {
        var recording = record(12);
        var number = raise(recording);
        transcribing.write(number, recording, "澡堂没有热水", mine.desk);

        transcribing.dispute(number, recording, 1, "", List.of(record(3)), mine.worker);

        assertThat(misheard()).containsExactly(number.toString());
        assertThat(transcript(number, recording, mine.desk).state()).isEqualTo(TranscriptState.DISPUTED);
        transcribing.write(number, recording, "食堂没有热水", mine.desk);
        assertThat(misheard()).isEmpty();
        var transcript = transcript(number, recording, mine.worker);
        assertThat(transcript.earlier()).extracting(Transcript.Version::text).containsExactly("澡堂没有热水");
        transcribing.confirm(number, recording, 2, mine.worker);
        assertThat(transcript(number, recording, mine.desk).state()).isEqualTo(TranscriptState.CONFIRMED);
        assertThat(reading.open(number, Door.PAGE, mine.worker).talk())
                .extracting(TalkLine::key)
                .contains("step.TRANSCRIBED", "step.TRANSCRIPT_DISPUTED", "step.TRANSCRIPT_CONFIRMED");
    }

    @Test
    void he_judges_the_version_that_he_has_read_and_confirms_it_once() {
        var recording = record(12);
        var number = raise(recording);
        transcribing.write(number, recording, "澡堂", mine.desk);
        transcribing.write(number, recording, "食堂", mine.desk);

        assertMovedOn(() -> transcribing.confirm(number, recording, 1, mine.worker));
        transcribing.confirm(number, recording, 2, mine.worker);
        assertMovedOn(() -> transcribing.confirm(number, recording, 2, mine.worker));
        transcribing.dispute(number, recording, 2, "想错了", List.of(), mine.worker);
        assertMovedOn(() -> transcribing.confirm(number, record(2), 1, mine.worker));
    }

    @Test
    void only_the_desk_and_the_handler_write_and_only_the_worker_judges() {
        var recording = record(12);
        var number = raise(recording);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        assertNotAllowed(() -> transcribing.write(number, recording, "我自己写", mine.worker));
        assertNotAllowed(() -> transcribing.write(number, recording, "领导写", mine.leader));
        assertThatThrownBy(() -> transcribing.write(number, recording, "外人写", mine.stranger))
                .isInstanceOf(Refusal.NotFound.class);
        transcribing.write(number, recording, "承办人写", mine.handler);
        assertNotAllowed(() -> transcribing.confirm(number, recording, 1, mine.desk));
        assertNotAllowed(() -> transcribing.dispute(number, recording, 1, "", List.of(), mine.handler));
    }

    @Test
    void what_the_office_says_is_not_written_down_and_an_empty_transcript_is_none() {
        var recording = record(12);
        var number = raise(recording);
        var ours = record(5);
        raising.say(number, "听一下", List.of(ours), mine.desk);

        assertThatThrownBy(() -> transcribing.write(number, ours, "我们说的", mine.desk))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> transcribing.write(number, recording, " \n", mine.desk))
                .isInstanceOf(Refusal.Violation.class);
        assertThat(reading.open(number, Door.PAGE, mine.desk).spoken().isRecordingOfTheWorker(stored(ours)))
                .isFalse();
    }

    @Test
    void urgent_words_in_a_recording_make_the_promise_as_strict_as_if_they_had_been_written() {
        var recording = record(12);
        var number = raising.raise(spoken("C2", List.of(recording)), Mine.token(), mine.worker)
                .number();
        var before = reading.open(number, Door.PAGE, mine.desk);
        assertThat(before.grade()).isEqualTo(Grade.U1);

        transcribing.write(number, recording, "十三采区冒顶了", mine.desk);

        var after = reading.open(number, Door.PAGE, mine.desk);
        assertThat(after.grade()).isEqualTo(Grade.U0);
        assertThat(after.replyBy()).isBeforeOrEqualTo(before.replyBy());
    }

    @Test
    void a_step_of_before_reasons_could_be_spoken_is_read_as_one_without_a_recording() {
        var event = ConcernJson.event("""
                {"type":"RaisedAgain","why":"没修","owner":{"unit":{"value":1},"person":{"value":2}},
                 "deadlines":{"acknowledgeBy":"2026-11-22T00:00:00Z","replyBy":"2026-11-25T00:00:00Z"}}
                """);

        assertThat(event.files()).isEmpty();
    }

    private List<String> misheard() {
        return lists
                .queue(ConcernQueue.MISHEARD, ConcernFilter.none(), Optional.empty(), Door.LIST, mine.desk)
                .rows()
                .stream()
                .map(ConcernRow::number)
                .toList();
    }

    private String titleInTheListOf(Actor actor, ConcernNumber number) {
        return lists.own(Optional.empty(), actor).rows().stream()
                .filter(row -> row.number().equals(number.toString()))
                .map(ConcernRow::title)
                .findFirst()
                .orElseThrow();
    }

    private Transcript transcript(ConcernNumber number, UUID recording, Actor by) {
        return reading.open(number, Door.PAGE, by)
                .spoken()
                .transcriptOf(stored(recording))
                .orElseThrow();
    }

    private StoredAttachment stored(UUID file) {
        return attachments.of(List.of(new AttachmentId(file))).getFirst();
    }

    private UUID record(int seconds) {
        var sound = new ByteArrayInputStream(Recordings.spoken(seconds));
        return attachments.take(sound, "语音.wav", mine.worker).id().value();
    }

    private ConcernNumber raise(UUID... files) {
        return raising.raise(spoken("E4", List.of(files)), Mine.token(), mine.worker)
                .number();
    }

    private static NewConcern spoken(String matter, List<UUID> files) {
        return new NewConcern(
                ConcernKind.HELP,
                matter,
                "",
                "",
                "",
                Reporter.Mode.NAMED,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                files);
    }

    private static void assertMovedOn(ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("moved-on"));
    }

    private static void assertNotAllowed(ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOf(Refusal.NotAllowed.class);
    }
}
