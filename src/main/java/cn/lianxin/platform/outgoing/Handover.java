package cn.lianxin.platform.outgoing;

/** Is told right before the other side may take what is sent; what it throws stops the sending in time. */
@FunctionalInterface
public interface Handover {

    void begins();
}
