package cn.lianxin.platform.notification;

/**
 * Another way to reach a person than the inbox: mail, SMS, the enterprise messenger. Every bean of this type is given
 * every notification, after the transaction in which it was delivered. What fails is tried again later, so a channel
 * knows by {@link Notification#cause} what it has sent before.
 */
public interface Channel {

    void send(Notification notification);
}
