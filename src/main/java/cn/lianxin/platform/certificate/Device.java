package cn.lianxin.platform.certificate;

import java.util.stream.IntStream;

/** What somebody holds in his hand, for the steps that are shown to him first. */
enum Device {
    ANDROID("Android"),
    IPHONE("iPhone|iPad|Mac OS"),
    HARMONY("HarmonyOS|OpenHarmony|HUAWEI|HONOR"),
    WINDOWS("Windows");

    private static final int STEPS = 4;

    private final String names;

    Device(String names) {
        this.names = names;
    }

    /** HarmonyOS calls itself Android too, so it is asked first. */
    static Device of(String agent) {
        for (var device : new Device[] {HARMONY, IPHONE, WINDOWS}) {
            if (agent.matches("(?is).*(" + device.names + ").*")) {
                return device;
            }
        }
        return ANDROID;
    }

    /** The keys of the sentences, in their order. */
    java.util.List<String> steps() {
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> "device." + name() + "." + step)
                .toList();
    }
}
