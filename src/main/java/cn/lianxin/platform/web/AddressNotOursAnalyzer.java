package cn.lianxin.platform.web;

import java.net.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Asked to listen where this machine cannot. */
class AddressNotOursAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BindException cause) {
        return new FailureAnalysis(
                "这个地址和端口用不了。 Cannot listen at this address and port: " + cause.getMessage(), """
                        --host 要写本机自己的地址：127.0.0.1 只给本机用，0.0.0.0 给所有网卡用；小于 1024 的端口要有权限。
                        --host is an address of this machine: 127.0.0.1 for itself alone, 0.0.0.0 for all its networks; ports below \
                        1024 need the right to them.\
                        """, cause);
    }
}
