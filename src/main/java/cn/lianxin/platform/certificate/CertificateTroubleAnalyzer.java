package cn.lianxin.platform.certificate;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says the sentence where Spring would show a stack of exceptions. */
class CertificateTroubleAnalyzer extends AbstractFailureAnalyzer<CertificateTrouble> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CertificateTrouble cause) {
        return new FailureAnalysis(
                cause.sentence(), "什么都还没有动，改好再启动。 · Nothing was touched; put it right and start again.", cause);
    }
}
