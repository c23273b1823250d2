package cn.lianxin.platform.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do where Spring would show a stack of exceptions. */
class KeysAmissAnalyzer extends AbstractFailureAnalyzer<KeysAmiss> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, KeysAmiss cause) {
        return new FailureAnalysis(cause.getMessage(), """
                请从备份里放回这个文件，再启动。没有它，保密反映人的名字谁也打不开；连心不会另造一个。
                Put the file back from its backup and start again. Without it nobody opens the names of those who spoke in \
                confidence, and Lianxin makes no other one in its place.""", cause);
    }
}
