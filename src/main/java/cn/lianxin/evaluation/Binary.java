package cn.lianxin.evaluation;

/** A label that is 1 or 0. */
final class Binary {

    private Binary() {}

    static boolean of(String label) {
        return switch (label.strip()) {
            case "1" -> true;
            case "0" -> false;
            default -> throw new BadInput("label 只能是 0 或 1，有一行是：" + label, "label is 0 or 1; one row says: " + label);
        };
    }
}
