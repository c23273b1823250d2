package cn.lianxin.platform.backup;

/** What cannot be done, with what to do instead, in both languages. */
final class Refused extends RuntimeException {

    Refused(String chinese, String english) {
        super(chinese + " · " + english);
    }
}
