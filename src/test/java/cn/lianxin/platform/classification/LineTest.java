package cn.lianxin.platform.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final int PLACES = 40;
    private static final int TEXTS = 200;

    @Test
    void it_is_as_good_a_line_as_the_one_that_another_program_finds() {
        var random = new Random(5);
        var texts = new Vector[TEXTS];
        var isOfKind = new boolean[TEXTS];
        for (int at = 0; at < TEXTS; at++) {
            texts[at] = text(random);
            isOfKind[at] = texts[at].weights()[0] + texts[at].weights()[1] + random.nextGaussian() / 4 > 0.9;
        }

        var own = Line.between(texts, isOfKind, PLACES, 1, 1);
        var others = lineOfAnother(texts, isOfKind);

        double least = loss(texts, isOfKind, others, others[PLACES]);
        var weights = new double[PLACES];
        for (int at = 0; at < PLACES; at++) {
            weights[at] = own.weights()[at];
        }
        assertThat(loss(texts, isOfKind, weights, own.bias())).isCloseTo(least, within(least / 100));
    }

    private static Vector text(Random random) {
        var places = random.ints(0, PLACES).distinct().limit(8).sorted().toArray();
        var weights = new float[places.length];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = random.nextFloat();
        }
        return new Vector(places, weights);
    }

    private static double[] lineOfAnother(Vector[] texts, boolean[] isOfKind) {
        var problem = new Problem();
        problem.l = TEXTS;
        problem.n = PLACES + 1;
        problem.bias = 1;
        problem.x = new Feature[TEXTS][];
        problem.y = new double[TEXTS];
        for (int at = 0; at < TEXTS; at++) {
            var features = new ArrayList<Feature>();
            for (int piece = 0; piece < texts[at].size(); piece++) {
                features.add(
                        new FeatureNode(texts[at].places()[piece] + 1, texts[at].weights()[piece]));
            }
            features.add(new FeatureNode(PLACES + 1, 1));
            problem.x[at] = features.toArray(Feature[]::new);
            problem.y[at] = isOfKind[at] ? 1 : 0;
        }
        Linear.disableDebugOutput();
        var model = Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, 1, 1e-6));
        var weights = model.getFeatureWeights();
        for (int at = 0; at < weights.length && model.getLabels()[0] == 0; at++) {
            weights[at] = -weights[at];
        }
        return weights;
    }

    private static double loss(Vector[] texts, boolean[] isOfKind, double[] weights, double bias) {
        double loss = bias * bias / 2;
        for (int at = 0; at < PLACES; at++) {
            loss += weights[at] * weights[at] / 2;
        }
        for (int at = 0; at < TEXTS; at++) {
            double sum = bias;
            for (int piece = 0; piece < texts[at].size(); piece++) {
                sum += texts[at].weights()[piece] * weights[texts[at].places()[piece]];
            }
            double lacking = Math.max(0, 1 - (isOfKind[at] ? sum : -sum));
            loss += lacking * lacking;
        }
        return loss;
    }
}
