package cn.lianxin.platform.attachment;

/** The two codings of the telephone (G.711): how loud a sample is, of at most 32,768. */
final class Companded {

    private static final int BIAS = 0x84;

    private Companded() {}

    static int muLaw(byte sample) {
        int code = ~sample & 0x7F;
        return (((code & 0x0F) << 3) + BIAS << (code >> 4)) - BIAS;
    }

    static int aLaw(byte sample) {
        int code = (sample ^ 0x55) & 0x7F;
        int segment = code >> 4;
        int step = ((code & 0x0F) << 4) + 8;
        return segment == 0 ? step : step + 0x100 << segment - 1;
    }
}
