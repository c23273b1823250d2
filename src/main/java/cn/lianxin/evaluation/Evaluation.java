package cn.lianxin.evaluation;

import tools.jackson.databind.node.ObjectNode;

/** One thing that can be measured. */
interface Evaluation {

    /** @throws BadInput when the files are not what the command needs; then nothing was trained or written */
    ObjectNode measure(Options options);
}
