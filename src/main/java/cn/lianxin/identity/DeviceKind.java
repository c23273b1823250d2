package cn.lianxin.identity;

/** On what somebody signed in, as he would say it himself. */
public enum DeviceKind {
    IPHONE,
    ANDROID_PHONE,
    HARMONY_PHONE,
    TABLET,
    WINDOWS_COMPUTER,
    MAC,
    LINUX_COMPUTER,
    UNKNOWN_DEVICE
}
