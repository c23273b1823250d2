package cn.lianxin.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.platform.attachment.Credit.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreditTest {

    private static final String MARK = "{\"AIGC\":{\"Label\":\"1\",\"ProduceID\":\"42\"}}";

    @Test
    void words_of_iptc_and_exif_are_found_also_from_an_older_chinese_program() {
        var credit = new Credit();

        CreditWords.ofIptc(iptc(110, "青川煤业".getBytes(Charset.forName("GB18030"))), credit);
        CreditWords.ofExif(exif(0x013B, "李春生\0".getBytes(StandardCharsets.UTF_8)), credit);
        CreditWords.ofExif(exif(0x9286, ("ASCII\0\0\0" + MARK).getBytes(StandardCharsets.UTF_8)), credit);
        CreditWords.ofExif(exif(0x0110, "Huawei P60\0".getBytes(StandardCharsets.UTF_8)), credit);
        CreditWords.ofExif(exif(0x9286, "ASCII\0\0\0at home".getBytes(StandardCharsets.UTF_8)), credit);

        assertThat(credit.words())
                .containsEntry(Field.CREDIT, "青川煤业")
                .containsEntry(Field.CREATOR, "李春生")
                .containsEntry(Field.AIGC, MARK)
                .hasSize(3);
    }

    @Test
    void what_was_written_is_read_again_letter_for_letter_from_a_jpeg_and_a_png() {
        var credit = new Credit();
        credit.add(Field.CREATOR, "李 <春> & 生");
        credit.add(Field.AIGC, MARK);
        for (var type : new FileType[] {FileType.JPEG, FileType.PNG}) {
            var clean = Samples.image(type == FileType.JPEG ? "jpeg" : "png", 40, 30);

            var whole = credit.into(type, clean);

            assertThat(Credit.of(type, whole).words()).isEqualTo(credit.words());
            assertThat(whole.length).isGreaterThan(clean.length);
        }
        assertThat(credit.into(FileType.GIF, new byte[] {1})).containsExactly(1);
    }

    @Test
    void a_mark_in_words_of_a_png_stays() {
        var credit = new Credit();

        CreditWords.ofPngText(("AIGC\0" + MARK).getBytes(StandardCharsets.UTF_8), credit);
        CreditWords.ofPngText("Software\0Phone of Zhang".getBytes(StandardCharsets.UTF_8), credit);

        assertThat(credit.words()).containsOnlyKeys(Field.AIGC).containsValue(MARK);
    }

    @Test
    void cut_off_and_turned_bytes_give_fewer_words_and_no_error() {
        var credit = new Credit();
        credit.add(Field.RIGHTS, "© 青川");
        var dice = new Random(7);
        for (var type : new FileType[] {FileType.JPEG, FileType.PNG, FileType.WEBP}) {
            var whole = type == FileType.WEBP
                    ? Samples.webp()
                    : credit.into(type, Samples.image(type == FileType.JPEG ? "jpeg" : "png", 40, 30));
            for (var round = 0; round < 2_000; round++) {
                var bytes = Arrays.copyOf(whole, 1 + dice.nextInt(whole.length));
                for (var turned = 0; turned < 3; turned++) {
                    bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt();
                }
                assertThat(Credit.of(type, bytes).words()).hasSizeLessThanOrEqualTo(5);
            }
        }
        for (var round = 0; round < 2_000; round++) {
            var bytes = new byte[1 + dice.nextInt(200)];
            dice.nextBytes(bytes);
            var found = new Credit();
            CreditWords.ofExif(bytes, found);
            CreditWords.ofIptc(bytes, found);
            CreditWords.ofXmp(bytes, found);
            CreditWords.ofPngText(bytes, found);
        }
    }

    private static byte[] iptc(int dataset, byte[] said) {
        return ByteBuffer.allocate(17 + said.length)
                .put("8BIM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x0404)
                .putShort((short) 0)
                .putInt(5 + said.length)
                .put((byte) 0x1C)
                .put((byte) 2)
                .put((byte) dataset)
                .putShort((short) said.length)
                .put(said)
                .array();
    }

    private static byte[] exif(int tag, byte[] said) {
        return ByteBuffer.allocate(26 + said.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x4949)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) tag)
                .putShort((short) 2)
                .putInt(said.length)
                .putInt(26)
                .putInt(0)
                .put(said)
                .array();
    }
}
