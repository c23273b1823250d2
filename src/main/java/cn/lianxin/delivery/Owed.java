package cn.lianxin.delivery;

import cn.lianxin.platform.notification.Notification;

/** What a parcel of this room holds: of which message it tells, and of what kind that is. */
record Owed(long message, Notification.Topic topic) {

    String text() {
        return message + " " + topic.name();
    }

    static Owed of(String text) {
        var parts = text.split(" ", 2);
        return new Owed(Long.parseLong(parts[0]), Notification.Topic.valueOf(parts[1]));
    }
}
