package cn.lianxin.plantedmine;

import java.util.List;

/** Whoever looks for causes: is given messages in order of time, one by one, and says at once what it sees. An alarm with a known id is an update. */
@FunctionalInterface
public interface Detector {

    List<Alarm> arrive(Message message);
}
