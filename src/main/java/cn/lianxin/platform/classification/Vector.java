package cn.lianxin.platform.classification;

/** The weights of the pieces of one text, by the places of the pieces. */
record Vector(int[] places, float[] weights) {

    int size() {
        return places.length;
    }

    double times(float[] other) {
        double sum = 0;
        for (int at = 0; at < places.length; at++) {
            sum += weights[at] * other[places[at]];
        }
        return sum;
    }

    void addTo(float[] other, double factor) {
        for (int at = 0; at < places.length; at++) {
            other[places[at]] += (float) (factor * weights[at]);
        }
    }

    double squared() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }
}
