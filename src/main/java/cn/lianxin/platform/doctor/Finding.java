package cn.lianxin.platform.doctor;

/** What one look found: a sentence in both languages, which says what to do where something is wrong. */
record Finding(boolean wrong, String chinese, String english) {

    static Finding fine(String chinese, String english) {
        return new Finding(false, chinese, english);
    }

    static Finding wrong(String chinese, String english) {
        return new Finding(true, chinese, english);
    }

    @Override
    public String toString() {
        return (wrong ? "✗ " : "✓ ") + chinese + " · " + english;
    }
}
