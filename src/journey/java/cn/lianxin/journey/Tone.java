package cn.lianxin.journey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** What the microphone of a journey hears, and how it is told again from what was recorded: by the sound of the JDK. */
final class Tone {

    static final int HERTZ = 440;
    private static final int RATE = 48_000;

    private Tone() {}

    /** A second of it, where the browser finds it. */
    static Path file() {
        var path = Path.of("target", "journeys", "tone.wav").toAbsolutePath();
        try {
            Files.createDirectories(path.getParent());
            return Files.write(path, recording(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] recording(int seconds) {
        var samples = ByteBuffer.allocate(2 * RATE * seconds).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample = 0; sample < RATE * seconds; sample++) {
            samples.putShort((short) (16_000 * Math.sin(2 * Math.PI * HERTZ * sample / RATE)));
        }
        var format = new AudioFormat(RATE, 16, 1, true, false);
        var bytes = new ByteArrayOutputStream();
        try (var sound =
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, (long) RATE * seconds)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A recording as a program that is not ours decodes it.
     *
     * @param hertz by how often it crosses the middle
     */
    record Heard(double seconds, double hertz) {}

    static Heard in(byte[] recording) {
        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(recording));
                var decoded = AudioSystem.getAudioInputStream(AudioFormat.Encoding.PCM_SIGNED, sound)) {
            double rate = sound.getFormat().getFrameRate();
            double seconds = sound.getFrameLength() / rate;
            var samples = ByteBuffer.wrap(decoded.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            int crossings = 0;
            for (int place = 1; place < samples.limit(); place++) {
                crossings += samples.get(place - 1) < 0 && samples.get(place) >= 0 ? 1 : 0;
            }
            return new Heard(seconds, crossings / seconds);
        } catch (UnsupportedAudioFileException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
