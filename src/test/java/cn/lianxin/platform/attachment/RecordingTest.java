package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.lianxin.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {

    private interface Maker {
        byte[] of(int seconds);
    }

    private record Kind(String name, Maker maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("页面录音.wav", Recordings::spoken),
                new Kind("pcm.wav", seconds -> Recordings.pcm(seconds, (short) 4000)),
                new Kind("录音.mp3", Recordings::mp3),
                new Kind("录音.aac", Recordings::aac),
                new Kind("通话.amr", Recordings::amr),
                new Kind("录音.ogg", Recordings::opus),
                new Kind("录音.weba", Recordings::webm),
                new Kind("录音.m4a", seconds -> Recordings.iso("M4A ", seconds)),
                new Kind("录音.3gp", seconds -> Recordings.iso("3gp4", seconds)),
                new Kind("流.m4a", Recordings::fragmented));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void its_length_is_measured(Kind kind) {
        var intake = take(kind.maker().of(38), kind.name());

        assertThat(intake.type().kind()).isEqualTo(AttachmentKind.RECORDING);
        assertThat(intake.length().orElseThrow().toMillis() / 1000.0).isCloseTo(38, within(0.2));
        assertThat(intake.name()).isEqualTo(kind.name());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_the_device_wrote_of_its_owner_is_gone(Kind kind) {
        var intake = take(kind.maker().of(3), kind.name());

        assertThat(new String(intake.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Samples.OWNER)
                .doesNotContain("Huawei")
                .doesNotContain("113.5");
        assertThat(take(intake.bytes(), kind.name()).length()).isEqualTo(intake.length());
    }

    static Stream<Kind> thatFitInTwentyMegabytes() {
        return kinds().filter(kind -> !kind.name().matches(".*\\.(wav|mp3)"));
    }

    @ParameterizedTest
    @MethodSource("thatFitInTwentyMegabytes")
    void three_hours_are_refused_in_a_clear_sentence(Kind kind) {
        assertThatThrownBy(() -> take(kind.maker().of(3 * 3600), kind.name()))
                .isInstanceOfSatisfying(Refusal.Violation.class, violation -> {
                    assertThat(violation.field()).isEqualTo("files");
                    assertThat(violation.code()).isEqualTo("recording-too-long");
                    assertThat(violation.arguments()).containsExactly(kind.name(), 180L, 30L);
                });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_cut_is_taken_or_refused_but_never_an_error(Kind kind) {
        var whole = kind.maker().of(1);
        int step = Math.max(1, whole.length / 300);
        for (int length = 0; length < whole.length; length += step) {
            try {
                take(Arrays.copyOf(whole, length), kind.name());
            } catch (Refusal.Violation refused) {
                assertThat(refused.code()).matches("(file|recording)-.*");
            }
        }
    }

    static Stream<Arguments> bad() {
        var second = Arrays.copyOfRange(Recordings.spoken(1), 44, 8044);
        return Stream.of(
                Arguments.of("no sample", Recordings.muLaw(new byte[0]), "recording-too-short"),
                Arguments.of("half a second", Recordings.muLaw(Arrays.copyOf(second, 4000)), "recording-too-short"),
                Arguments.of("silent", Recordings.silent(30), "recording-silent"),
                Arguments.of("a microphone that is off", Recordings.pcm(30, (short) 90), "recording-silent"),
                Arguments.of("cut off", Recordings.wav(7, 8000, 8, 8 * 8000, second), "file-broken"),
                Arguments.of("says three hours", Recordings.wav(7, 8000, 8, 3 * 3600 * 8000, second), "file-broken"),
                Arguments.of("no rate", Recordings.wav(7, 0, 8, second.length, second), "file-broken"),
                Arguments.of("a rate that drags it out", Recordings.wav(7, 1, 8, second.length, second), "file-broken"),
                Arguments.of("31 minutes", Recordings.spoken(31 * 60), "recording-too-long"),
                Arguments.of("40 minutes of telephone", Recordings.amr(40 * 60), "recording-too-long"),
                Arguments.of("one frame of a call", Recordings.amr(0), "recording-too-short"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("bad")
    void bad_recordings_are_refused_in_a_clear_sentence(String what, byte[] bytes, String code) {
        assertThatThrownBy(() -> take(bytes, "录音.wav"))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        violation -> assertThat(violation.code()).as(what).isEqualTo(code));
    }

    @Test
    void a_recorder_that_was_interrupted_before_it_wrote_the_length_is_heard() {
        var sound = Arrays.copyOfRange(Recordings.spoken(4), 90, 90 + 3 * 8000);

        assertThat(take(Recordings.wav(7, 8000, 8, 0, sound), "断.wav").length().orElseThrow())
                .hasSeconds(3);
        assertThat(take(Recordings.wav(7, 8000, 8, -1, sound), "断.wav").length().orElseThrow())
                .hasSeconds(3);
    }

    /** The sound of the JDK knows nothing of ours. */
    @Test
    void what_is_stored_is_decoded_by_a_program_that_is_not_ours() throws Exception {
        var stored = take(Recordings.spoken(5), "录音.wav").bytes();

        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(stored))) {
            assertThat(sound.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate())
                    .isEqualTo(5);
            var decoded = AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound);
            var samples = decoded.readAllBytes();
            assertThat(samples).hasSize(5 * 8000 * 2);
            assertThat(Math.abs((samples[1] << 8) | (samples[0] & 0xFF)))
                    .isEqualTo(Companded.muLaw((byte) 0xA0))
                    .isGreaterThan(128);
        }
    }

    @Test
    void the_loudness_of_every_code_of_the_telephone_is_that_of_the_jdk() throws Exception {
        var codes = new byte[256];
        for (int code = 0; code < 256; code++) {
            codes[code] = (byte) code;
        }
        for (var encoding : new AudioFormat.Encoding[] {AudioFormat.Encoding.ULAW, AudioFormat.Encoding.ALAW}) {
            var format = new AudioFormat(encoding, 8000, 8, 1, 1, 8000, false);
            var pcm = new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, 8000, 16, 1, 2, 8000, false);
            try (var decoded = AudioSystem.getAudioInputStream(
                    pcm, new javax.sound.sampled.AudioInputStream(new ByteArrayInputStream(codes), format, 256))) {
                var samples = decoded.readAllBytes();
                for (int code = 0; code < 256; code++) {
                    int expected = Math.abs((samples[2 * code + 1] << 8) | (samples[2 * code] & 0xFF));
                    int loudness = encoding == AudioFormat.Encoding.ULAW
                            ? Companded.muLaw((byte) code)
                            : Companded.aLaw((byte) code);
                    assertThat(loudness).as("%s %d", encoding, code).isEqualTo(expected);
                }
            }
        }
    }

    private static Intake take(byte[] bytes, String name) {
        return Intakes.of(new ByteArrayInputStream(bytes), name);
    }
}
